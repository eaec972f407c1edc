import { FAILURES } from '../i18n/failures.mjs';

/** @typedef {keyof typeof FAILURES} FailureCode */
/** @typedef {{ [name: string]: string | number }} Facts */

/** An expected failure: what went wrong is one of a closed list, and a person can act on it. */
export class SetupFailure extends Error {
  /**
   * @param {FailureCode} code
   * @param {Facts} [facts] what the text mentions: a port, a path, a number
   * @param {{ output?: readonly string[], cause?: unknown }} [origin] the last lines of the program that failed
   */
  constructor(code, facts = {}, { output = [], cause } = {}) {
    super(code, { cause });
    this.name = 'SetupFailure';
    this.code = code;
    this.facts = facts;
    this.output = output;
  }
}

/** The work was asked to stop; nothing went wrong. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/**
 * What is printed for a failure: the last lines of the program that failed, if any, then one line in French
 * and one in English.
 * @param {SetupFailure} failure
 */
export function failureText(failure) {
  const { fr, en } = FAILURES[failure.code];
  return [
    ...failure.output.map((line) => `  | ${line}`),
    `✗ ${fr(failure.facts)}`,
    `  ${en(failure.facts)}`,
  ].join('\n');
}

/**
 * The failure behind an error of the file system that a person can act on, or null.
 * @param {unknown} error
 */
export function failureOfFileSystem(error) {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new SetupFailure('disk-full', { path: path ?? 'var' }, { cause: error });
  if (path !== null && (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM'))
    return new SetupFailure('not-writable', { path }, { cause: error });
  return null;
}

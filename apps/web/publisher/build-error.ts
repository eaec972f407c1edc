import { CmsError } from '@passerelle/cms-client';
import type { ReleaseFailure, ReleaseFailureCode } from '@passerelle/contracts';

/** A build that broke off: the live release stays as it is. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  readonly code: ReleaseFailureCode;

  constructor(code: ReleaseFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What went wrong: each message of the chain of causes. */
export function explain(error: unknown): string {
  const messages: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) messages.push(at.message);
  return messages.length === 0 ? String(error) : messages.join(' ');
}

/** What the CMS is told of a build that broke off. */
export function failureOf(error: unknown): ReleaseFailure {
  return { code: codeOf(error), detail: explain(error).slice(0, 4_000) };
}

function codeOf(error: unknown): ReleaseFailureCode {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error; at = at.cause) chain.push(at);
  if (chain.some((at) => 'code' in at && at.code === 'ENOSPC')) return 'disk-full';
  if (chain.some((at) => at instanceof CmsError)) {
    return chain.some((at) => at instanceof CmsError && at.code === 'malformed')
      ? 'cms-malformed'
      : 'cms-unreachable';
  }
  return chain.find((at) => at instanceof BuildError)?.code ?? 'unknown';
}

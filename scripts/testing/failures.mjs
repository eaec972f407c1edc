import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inRoot } from '../up/project.mjs';

const LINES_OF_A_MESSAGE = 12;

/** @typedef {{ test: string, message: string }} Failure the file and title of a test, and how its message begins */

/**
 * What failed, from the report vitest wrote: the output of the steps is long, and their failures are in the midst of it.
 * @param {unknown} report what its JSON reporter wrote; undefined when there is none
 * @returns {Failure[]} a file that could not be loaded is one
 */
export function failuresOf(report) {
  return listAt(report, 'testResults').flatMap((file) => {
    const path = relative(inRoot(), textAt(file, 'name'));
    const failed = listAt(file, 'assertionResults').filter((test) => textAt(test, 'status') === 'failed');
    if (failed.length === 0 && textAt(file, 'status') === 'failed') {
      return [{ test: path, message: beginningOf(textAt(file, 'message')) }];
    }
    return failed.map((test) => ({
      test: `${path} › ${textAt(test, 'fullName')}`,
      message: beginningOf(listAt(test, 'failureMessages').map(String).join('\n')),
    }));
  });
}

/** @param {string} message */
const beginningOf = (message) =>
  stripVTControlCharacters(message).trim().split('\n').slice(0, LINES_OF_A_MESSAGE).join('\n');

/** @param {unknown} value @param {string} key @returns {unknown} */
const at = (value, key) =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** @param {unknown} value @param {string} key @returns {unknown[]} */
function listAt(value, key) {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

/** @param {unknown} value @param {string} key */
const textAt = (value, key) => String(at(value, key) ?? '');

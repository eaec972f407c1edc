import { expect, test } from 'vitest';
import { inRoot } from '../up/project.mjs';
import { failuresOf } from './failures.mjs';

test('says which tests failed and how, and which files could not be loaded', () => {
  /** @param {string} name @param {object} rest */
  const file = (name, rest) => ({ name: inRoot('apps', name), message: '', ...rest });
  const passed = { status: 'passed', fullName: 'a poll counts', failureMessages: [] };
  const failed = {
    status: 'failed',
    fullName: 'a poll closes',
    failureMessages: ['\u001B[31mError: 2\u001B[39m\n    at x'],
  };
  const report = {
    testResults: [
      file('polls.test.ts', { status: 'failed', assertionResults: [passed, failed] }),
      file('broken.test.ts', { status: 'failed', message: 'SyntaxError: no', assertionResults: [] }),
      file('good.test.ts', { status: 'passed', assertionResults: [passed] }),
    ],
  };
  expect(failuresOf(report)).toEqual([
    { test: 'apps/polls.test.ts › a poll closes', message: 'Error: 2\n    at x' },
    { test: 'apps/broken.test.ts', message: 'SyntaxError: no' },
  ]);
});

test('a message as long as a page is told by its beginning', () => {
  const message = Array.from({ length: 100 }, (_, at) => `line ${at}`).join('\n');
  const report = { testResults: [{ name: inRoot('a.test.ts'), status: 'failed', message }] };
  expect(failuresOf(report)[0]?.message.split('\n')).toHaveLength(12);
});

test('a runner that wrote no report has none to tell', () => {
  expect(failuresOf(undefined)).toEqual([]);
});

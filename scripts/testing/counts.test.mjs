import { describe, expect, test } from 'vitest';
import { countOfCheck, countsOf, sumOf } from './counts.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } };

describe('countsOf', () => {
  test('reads what each runner reports; a flaky test has failed once and counts so', () => {
    expect(countsOf('vitest', vitest, false)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(countsOf('playwright', playwright, false)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [] },
    ];
    expect(countsOf('vitest', { ...vitest, testResults }, false).failed).toBe(2);
  });

  test.each([
    ['no report', undefined],
    ['a report of something else', { hello: 1 }],
    [
      'a report of nothing run',
      { ...vitest, numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    ],
  ])('counts %s as one failure, whatever the exit code', (_, report) => {
    expect(countsOf('vitest', report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countsOf('playwright', report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('is never better than the exit code', () => {
    expect(countsOf('vitest', { ...vitest, numFailedTests: 0 }, false)).toMatchObject({
      passed: 5,
      failed: 1,
    });
    expect(countsOf('vitest', { ...vitest, numFailedTests: 0 }, true)).toMatchObject({
      passed: 5,
      failed: 0,
    });
  });
});

test('a check counts as one, and everything is summed', () => {
  expect(sumOf([countOfCheck(true), countOfCheck(false), { passed: 5, failed: 1, skipped: 3 }])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 3,
  });
});

import { expect, it } from 'vitest';
import { whatHappened } from './what-happened.ts';

it.each([
  ['cut off', 'cut-off'],
  ['ETIMEDOUT CONN', 'silent'],
  ['ECONNECTION CONN', 'lost'],
  ['ESOCKET CONN', 'lost'],
  ['EFORMAT', 'unknown'],
  [null, 'unknown'],
] as const)('says what %j means', (failure, expected) => {
  expect(whatHappened(failure)).toBe(expected);
});

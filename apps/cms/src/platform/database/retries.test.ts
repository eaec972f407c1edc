import { expect, test } from 'vitest';
import { withRetries } from './retries.ts';

const failure = (code: string) => Object.assign(new Error('broken off'), { code });

/** Fails in turn with each of the errors, then gives its number of runs. */
function failing(errors: unknown[]) {
  let runs = 0;
  return async () => {
    runs += 1;
    const error = errors[runs - 1];
    if (error !== undefined) throw error;
    return runs;
  };
}

test.each([
  ['a deadlock', failure('40P01')],
  ['a serialization failure', failure('40001')],
  ['one that is the cause', new Error('outer', { cause: failure('40P01') })],
])('%s is tried again', async (_, error) => {
  expect(await withRetries(failing([error, error]), () => 0)).toBe(3);
});

test.each([
  ['a broken rule', failure('23505')],
  ['a full disk', failure('SQLITE_FULL')],
  ['what is no error', 'a word'],
])('%s is not', async (_, error) => {
  await expect(withRetries(failing([error]), () => 0)).rejects.toBe(error);
});

test('five times, no more', async () => {
  const errors = Array.from({ length: 5 }, () => failure('40P01'));
  await expect(withRetries(failing(errors), () => 0)).rejects.toBe(errors[4]);
});

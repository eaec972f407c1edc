import { expect, it } from 'vitest';
import { mayBeDeleted } from './register-keeping.ts';

const now = new Date('2031-11-25T12:00:00Z');

it.each([
  ['2026-11-25', '2026-11-25T11:00:00Z', true],
  ['2026-11-26', '2026-11-25T11:00:00Z', false],
  // Written down late, or with a day that was made up.
  ['2020-01-01', '2026-11-25T13:00:00Z', false],
  [null, '2020-01-01T00:00:00Z', false],
])('an entry of %s, written %s: %s', (from, createdAt, expected) => {
  expect(mayBeDeleted({ from, createdAt: new Date(createdAt) }, now)).toBe(expected);
});

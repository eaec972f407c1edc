import { expect, test } from 'vitest';
import { recognitionLevel } from './answers.ts';

test.each([
  [null, 'none'],
  ['2027-03-25', 'fine'],
  ['2027-03-24', 'ending'],
  ['2027-01-23', 'ending'],
  ['2027-01-22', 'overdue'],
  ['2026-11-24', 'overdue'],
  ['2026-11-23', 'expired'],
])('on 2026-11-24, one that ends on %s is %s', (expiresOn, level) => {
  expect(recognitionLevel(expiresOn, '2026-11-24')).toBe(level);
});

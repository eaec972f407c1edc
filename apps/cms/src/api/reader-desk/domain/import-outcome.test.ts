import { expect, it } from 'vitest';
import { importOutcome } from './import-outcome.ts';

it.each([
  [null, false, true, 'added'],
  [null, false, false, 'unproven'],
  [null, true, true, 'suppressed'],
  ['active', false, true, 'already'],
  ['active', true, true, 'suppressed'],
  ['suppressed', false, true, 'suppressed'],
  ['unsubscribed', false, true, 'ended'],
  ['pending', false, true, 'updated'],
  ['pending', false, false, 'already'],
  ['unproven', false, true, 'updated'],
  ['unproven', false, false, 'already'],
] as const)('who is %s, suppressed %s, proven %s: %s', (status, suppressed, proven, outcome) => {
  expect(importOutcome(status, { suppressed, proven })).toBe(outcome);
});

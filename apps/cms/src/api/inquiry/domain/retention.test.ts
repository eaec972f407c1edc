import { inquiryStatusSchema } from '@passerelle/contracts';
import { expect, it } from 'vitest';
import { hasEnded, isRunning } from './life.ts';
import { KEPT_DAYS, purgeLimits } from './retention.ts';

it('erases nothing that is worked on, and one day all that has ended', () => {
  for (const status of inquiryStatusSchema.options) {
    if (isRunning(status)) expect(KEPT_DAYS[status]).toBeNull();
    if (hasEnded(status)) expect(KEPT_DAYS[status]).toBeGreaterThan(0);
  }
});

it('has a limit for each status that is erased', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const limits = new Map(purgeLimits(now).map(({ status, before }) => [status, before]));
  expect(limits.get('spam')).toBe(Date.parse('2026-10-26T12:00:00Z'));
  expect(limits.has('new')).toBe(false);
});

import { expect, it } from 'vitest';
import { accountParts } from './account-parts.ts';

const NONE = {
  ...{ prepared: 0, leased: 0, sending: 0, sent: 0 },
  ...{ bounced: 0, failed: 0, uncertain: 0, skipped: 0 },
};

it('tells nothing before readers are chosen', () => {
  expect(accountParts({ candidates: 0, prepared: 0, deliveries: NONE })).toEqual([]);
});

it('tells what there is, each candidate once', () => {
  const deliveries = { ...NONE, prepared: 3, leased: 2, sending: 1, sent: 4, bounced: 1, uncertain: 1 };
  const parts = accountParts({ candidates: 20, prepared: 12, deliveries });
  expect(parts).toEqual([
    ['sent', 4],
    ['bounced', 1],
    ['open', 6],
    ['uncertain', 1],
    ['excluded', 8],
  ]);
  expect(parts.reduce((total, [, value]) => total + value, 0)).toBe(20);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poll } from '../../tests/support/entries.ts';
import { latestOpened, pollsInOrder } from './poll-order.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;
const counted = (day: number) => ({
  ballots: 0,
  options: [],
  closedAt: at(day),
  hash: 'a'.repeat(64),
});

test('open ones, latest opened first; then the next to open; then closed ones, latest first', () => {
  const polls = [
    poll('closed-early', { state: 'closed', final: counted(3) }),
    poll('coming-late', { state: 'upcoming', opensAt: at(25) }),
    poll('open-early', { opensAt: at(1) }),
    poll('closed-late', { state: 'closed', closesAt: at(9) }),
    poll('coming-soon', { state: 'upcoming', opensAt: at(20) }),
    poll('open-late', { opensAt: at(2) }),
  ];
  expect(pollsInOrder(polls).map(({ slug }) => slug)).toEqual([
    'open-late',
    'open-early',
    'coming-soon',
    'coming-late',
    'closed-late',
    'closed-early',
  ]);
  expect(latestOpened(polls)?.slug).toBe('open-late');
});

test('the order does not depend on the order given', () => {
  const some = fc.uniqueArray(
    fc.record({
      slug: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      state: fc.constantFrom('open' as const, 'upcoming' as const, 'closed' as const),
      day: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ slug }) => slug },
  );
  fc.assert(
    fc.property(some, (given) => {
      const polls = given.map(({ slug, state, day }) =>
        poll(slug, { state, opensAt: at(day), closesAt: null }),
      );
      expect(pollsInOrder(polls.toReversed())).toEqual(pollsInOrder(polls));
    }),
  );
});

test('none is open', () => {
  expect(latestOpened([poll('a', { state: 'closed' })])).toBeUndefined();
});

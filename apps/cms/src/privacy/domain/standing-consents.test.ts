import { expect, test } from 'vitest';
import { standingConsents } from './standing-consents.ts';

const told = (text: string) =>
  text.split(', ').map((event) => {
    const [purpose, kind] = event.split(' ');
    return { purpose, kind } as Parameters<typeof standingConsents>[0][number];
  });

test.each([
  ['inquiry given', false, ['inquiry']],
  ['inquiry asked, inquiry confirmed, transfer given', false, ['inquiry', 'transfer']],
  ['inquiry given, inquiry withdrawn', false, []],
  ['inquiry given, inquiry withdrawn, inquiry given', false, ['inquiry']],
  ['inquiry given, transfer given, inquiry erased', false, ['transfer']],
  // A wish that nobody confirmed is forgotten without an event.
  ['newsletter given', false, []],
  ['newsletter given, newsletter withdrawn', true, ['newsletter']],
  ['newsletter given, inquiry given', true, ['inquiry', 'newsletter']],
])('after %s (reads: %j) there stands %j', (events, reads, standing) => {
  expect(standingConsents(told(events), reads)).toEqual(standing);
});

test('of whom nothing is known, nothing stands', () => {
  expect(standingConsents([], false)).toEqual([]);
});

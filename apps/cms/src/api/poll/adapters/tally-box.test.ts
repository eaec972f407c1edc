import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_TALLY } from '../domain/tally.ts';
import { BOX_BYTES, openTally, sealTally } from './tally-box.ts';

const key = randomBytes(32);
const place = { poll: 'abcdefghijkl', stripe: 3 };
const count = fc.integer({ min: 0, max: 0xffff_ffff });
const tallies = fc.record({ ballots: count, counts: fc.array(count, { minLength: 12, maxLength: 12 }) });

test('what is sealed is opened, in a box of one length that is never the same twice', () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const box = sealTally(key, place, tally);
      expect(box.byteLength).toBe(BOX_BYTES);
      expect(openTally(key, place, box)).toEqual(tally);
      expect(sealTally(key, place, tally).equals(box)).toBe(false);
    }),
  );
});

test('changed anywhere, it does not open', () => {
  const box = sealTally(key, place, EMPTY_TALLY);
  fc.assert(
    fc.property(fc.nat(BOX_BYTES - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(box);
      changed.writeUInt8(box.readUInt8(at) ^ flip, at);
      expect(() => openTally(key, place, changed)).toThrow();
    }),
  );
});

test.each([
  ['another stripe', { ...place, stripe: 4 }, key],
  ['another poll', { ...place, poll: 'mnopqrstuvwx' }, key],
  ['another secret', place, randomBytes(32)],
])('with %s it does not open', (_, elsewhere, other) => {
  expect(() => openTally(other, elsewhere, sealTally(key, place, EMPTY_TALLY))).toThrow();
});

test('cut short, it does not open', () => {
  const box = sealTally(key, place, EMPTY_TALLY);
  expect(() => openTally(key, place, box.subarray(0, -1))).toThrow();
});

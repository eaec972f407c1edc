import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ballotOf,
  countsOf,
  decodeTally,
  EMPTY_TALLY,
  encodeTally,
  sumTallies,
  TALLY_BYTES,
} from './tally.ts';

const count = fc.integer({ min: 0, max: 0xffff_ffff });
const tallies = fc.record({ ballots: count, counts: fc.array(count, { minLength: 12, maxLength: 12 }) });

test('a tally comes back as it went, in bytes of one length', () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const bytes = encodeTally(tally);
      expect(bytes.byteLength).toBe(TALLY_BYTES);
      expect(decodeTally(bytes)).toEqual(tally);
    }),
  );
});

test('ballots add up whatever their order and their stripes', () => {
  const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(ballots, fc.integer({ min: 1, max: 16 }), (chosen, stripes) => {
      const at = (stripe: number) => chosen.filter((_, index) => index % stripes === stripe);
      const striped = Array.from({ length: stripes }, (_, stripe) => sumTallies(at(stripe).map(ballotOf)));
      const sum = sumTallies(striped);
      expect(sum.ballots).toBe(chosen.length);
      for (const [place, counted] of sum.counts.entries()) {
        expect(counted).toBe(chosen.filter((places) => places.includes(place)).length);
      }
      expect(decodeTally(encodeTally(sum))).toEqual(sumTallies(chosen.map(ballotOf)));
    }),
  );
});

test.each([
  ['more than 32 bits', { ...EMPTY_TALLY, ballots: 2 ** 32 }],
  ['less than nothing', { ...EMPTY_TALLY, ballots: -1 }],
  ['a part', { ...EMPTY_TALLY, ballots: 0.5 }],
])('%s is refused, not rounded', (_, tally) => {
  expect(() => encodeTally(tally)).toThrow(RangeError);
});

test('bytes that are no tally are refused', () => {
  expect(() => decodeTally(new Uint8Array(TALLY_BYTES - 1))).toThrow(RangeError);
});

test('counts have the options’ keys, in their order', () => {
  const tally = sumTallies([ballotOf([0]), ballotOf([0, 1])]);
  expect(countsOf(tally, ['oui', 'non'])).toEqual({
    ballots: 2,
    options: [
      { key: 'oui', count: 2 },
      { key: 'non', count: 1 },
    ],
  });
});

import type { PollCounts } from '@passerelle/contracts';

/** Counts by the options' places, with the ballots they came on. */
export interface Tally {
  ballots: number;
  /** One for each of the `MOST_OPTIONS` places. */
  counts: readonly number[];
}

/** The most options a poll has. */
const MOST_OPTIONS = 12;

/** Bytes of a tally, whatever is in it: a length that grew would tell. */
export const TALLY_BYTES = 4 * (1 + MOST_OPTIONS);

export const EMPTY_TALLY: Tally = { ballots: 0, counts: Array.from({ length: MOST_OPTIONS }, () => 0) };

/** The tally of one ballot, which chooses these places. */
export function ballotOf(places: readonly number[]): Tally {
  return { ballots: 1, counts: EMPTY_TALLY.counts.map((_, place) => (places.includes(place) ? 1 : 0)) };
}

/** All of them together. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    ballots: tallies.reduce((sum, { ballots }) => sum + ballots, 0),
    counts: EMPTY_TALLY.counts.map((_, place) =>
      tallies.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0),
    ),
  };
}

/**
 * Ballots, then each place, as unsigned integers of 32 bits, big-endian.
 *
 * @throws {RangeError} when one is no such number: a count that wrapped around would be a wrong one.
 */
export function encodeTally({ ballots, counts }: Tally): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(TALLY_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of [ballots, ...counts].entries()) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
      throw new RangeError(`A tally can't hold ${value}`);
    }
    view.setUint32(4 * index, value);
  }
  return bytes;
}

/** @throws {RangeError} for bytes that are no tally. */
export function decodeTally(bytes: Uint8Array): Tally {
  if (bytes.byteLength !== TALLY_BYTES) throw new RangeError(`A tally has ${TALLY_BYTES} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [ballots = 0, ...counts] = Array.from({ length: 1 + MOST_OPTIONS }, (_, index) =>
    view.getUint32(4 * index),
  );
  return { ballots, counts };
}

/** The counts by the options' keys, in their order. */
export function countsOf({ ballots, counts }: Tally, keys: readonly string[]): PollCounts {
  return { ballots, options: keys.map((key, place) => ({ key, count: counts[place] ?? 0 })) };
}

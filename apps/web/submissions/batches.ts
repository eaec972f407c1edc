import { BATCH_LIMIT } from '@passerelle/contracts';

/** Bytes of one request's submissions. The CMS takes twice as much, so that its frame has room. */
const BATCH_BYTES = 1_000_000;

/**
 * How many of those that wait go into the next request: as many as fit, the first one always.
 *
 * @param sizes in bytes, in order.
 */
export function batchLength(
  sizes: readonly number[],
  { items = BATCH_LIMIT, bytes = BATCH_BYTES }: { items?: number; bytes?: number } = {},
): number {
  let total = 0;
  let count = 0;
  for (const size of sizes) {
    total += size;
    if (count > 0 && (count >= items || total > bytes)) return count;
    count += 1;
  }
  return count;
}

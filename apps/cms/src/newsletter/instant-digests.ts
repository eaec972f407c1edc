import type { Transaction } from '../platform/jobs/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';

/** The job that makes the digest of those who want to hear of each article. */
export const INSTANT_JOB = 'newsletter.instant';

/**
 * Asks for an instant digest, in the transaction in which an article has become public.
 *
 * @param runAt not before: what is published together comes in one mail, and a slip can be mended before.
 */
export function askInstantDigest(
  jobs: Pick<Jobs, 'enqueue'>,
  transaction: Transaction,
  runAt: Date,
): Promise<void> {
  return jobs.enqueue({ name: INSTANT_JOB, payload: {}, dedupeKey: 'instant', runAt }, transaction);
}

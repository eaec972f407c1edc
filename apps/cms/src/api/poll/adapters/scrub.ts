import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';

const SCRUB = 'polls.scrub';

const checkpointSchema = z.tuple([z.object({ busy: z.number() })]);

/**
 * Takes what is deleted out of the database's files, as far as the database can. SQLite overwrites what it deletes
 * (`secure_delete`, platform/database); here its log goes. PostgreSQL writes the tables anew, into other files;
 * docs/adr/0010 says what remains.
 *
 * @throws when someone else reads the log just then: the job is tried again.
 */
export async function scrub(connection: Connection): Promise<void> {
  if (connection.client.config.client === 'pg') {
    // FULL, since a plain VACUUM leaves the bytes of what is gone in its pages, and in the index's. Votes for other
    // polls wait meanwhile: about a second for half a million of them; what waits longer than three goes to the spool.
    await connection.raw(
      'VACUUM (FULL) passerelle_polls, passerelle_poll_participations, passerelle_poll_tallies',
    );
    return;
  }
  const [{ busy }] = checkpointSchema.parse(await connection.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
  if (busy !== 0) throw new Error('The log is being read: it could not be emptied');
}

/** Has it done once the transaction has committed. */
export async function askToScrub(jobs: Pick<Jobs, 'enqueue'>, transaction: Transaction): Promise<void> {
  await jobs.enqueue({ name: SCRUB, payload: {}, dedupeKey: 'scrub' }, transaction);
}

/** Names the job's handler, before the jobs are started. */
export function registerScrub(connection: Connection, jobs: Pick<Jobs, 'work'>): void {
  jobs.work(SCRUB, () => scrub(connection));
}

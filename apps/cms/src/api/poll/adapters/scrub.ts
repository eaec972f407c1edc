import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';

const SCRUB = 'polls.scrub';

/** How long readers are waited for, and how often they are looked at. */
const READERS_MS = 10_000;
const LOOK_MS = 100;

const checkpointSchema = z.tuple([z.object({ busy: z.number() })]);
const rowsOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.tuple([row]) });
const markSchema = rowsOf(z.object({ mark: z.string() }));
const readersSchema = rowsOf(z.object({ readers: z.coerce.number() }));

/**
 * Takes what is deleted out of the database's files, as far as the database can. SQLite overwrites what it deletes
 * (`secure_delete`, platform/database); here its log goes. PostgreSQL writes the tables anew, into other files;
 * docs/adr/0010 says what remains.
 *
 * @throws when someone else reads the log or the tables just then: the job is tried again.
 */
export async function scrub(connection: Connection): Promise<void> {
  if (connection.client.config.client === 'pg') {
    await waitForReaders(connection);
    // FULL, since a plain VACUUM leaves the bytes of what is gone in its pages, and in the index's. Votes for other
    // polls wait meanwhile: about a second for half a million of them; what waits longer than three goes to the spool.
    await connection.raw(
      'VACUUM (FULL) passerelle_polls, passerelle_poll_participations, passerelle_poll_tallies',
    );
    return;
  }
  await until('The log is being read: it could not be emptied', async () => {
    const [{ busy }] = checkpointSchema.parse(await connection.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
    return busy === 0;
  });
}

/**
 * Until no transaction is open that began before now: VACUUM keeps the rows that one of those may still see, and says
 * so to nobody. Those that write count in any database of the server: what VACUUM sees itself begins with the oldest.
 */
async function waitForReaders(connection: Connection): Promise<void> {
  const marked = await connection.raw('SELECT pg_current_xact_id()::xid::text AS mark');
  const [{ mark }] = markSchema.parse(marked).rows;
  await until('The tables are being read: they could not be emptied', async () => {
    const seen = await connection.raw(
      `SELECT count(*) AS readers FROM pg_stat_activity
       WHERE pid <> pg_backend_pid() AND (age(backend_xid) > age(?::text::xid)
         OR coalesce(datname, current_database()) = current_database() AND age(backend_xmin) > age(?::text::xid))`,
      [mark, mark],
    );
    return readersSchema.parse(seen).rows[0].readers === 0;
  });
}

/** @throws when it isn't so after a while. */
async function until(complaint: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + READERS_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(complaint);
    await pause(LOOK_MS);
  }
}

/** Has it done once the transaction has committed. */
export async function askToScrub(jobs: Pick<Jobs, 'enqueue'>, transaction: Transaction): Promise<void> {
  await jobs.enqueue({ name: SCRUB, payload: {}, dedupeKey: 'scrub' }, transaction);
}

/** Names the job's handler, before the jobs are started. */
export function registerScrub(connection: Connection, jobs: Pick<Jobs, 'work'>): void {
  jobs.work(SCRUB, () => scrub(connection));
}

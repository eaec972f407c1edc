import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';

const SCRUB = 'polls.scrub';

/** How long PostgreSQL's readers are waited for, and how often they are looked at. */
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
  const [{ busy }] = checkpointSchema.parse(await connection.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
  if (busy !== 0) throw new Error('The log is being read: it could not be emptied');
}

/**
 * Until no transaction is open that began before now: VACUUM keeps the rows that one of those may still see, and says
 * so to nobody.
 */
async function waitForReaders(connection: Connection): Promise<void> {
  const marked = await connection.raw('SELECT pg_current_xact_id()::xid::text AS mark');
  const [{ mark }] = markSchema.parse(marked).rows;
  for (const until = Date.now() + READERS_MS; ; await pause(LOOK_MS)) {
    const seen = await connection.raw(
      `SELECT count(*) AS readers FROM pg_stat_activity
       WHERE pid <> pg_backend_pid() AND datname = current_database()
         AND greatest(age(backend_xid), age(backend_xmin)) > age(?::text::xid)`,
      [mark],
    );
    const [{ readers }] = readersSchema.parse(seen).rows;
    if (readers === 0) return;
    if (Date.now() > until) throw new Error('The tables are being read: they could not be emptied');
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

import { z } from 'zod';
import type { Connection, Transaction } from './database.ts';
import type { DeadLetter, JobRequest } from './jobs.ts';
import { DEAD_LETTER_DAYS, DEAD_LETTER_LIMIT } from './settings.ts';

/**
 * The statements of the embedded queue. Each change is one statement, or a transaction that begins with a
 * write: SQLite then takes its write lock at the start, and two processes wait for each other instead of
 * failing half-way. Instants are milliseconds since 1970.
 */

const changedRows = z.array(z.object({ id: z.int() }));

const claimedRows = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    payload: z.string(),
    dedupe_key: z.string().nullable(),
    attempts: z.int(),
  }),
);
/** A job as a holder has it: `attempts` tells this run of it from every other. */
export type ClaimedRow = z.infer<typeof claimedRows>[number];

const deadRows = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    payload: z.string(),
    attempts: z.int(),
    error: z.string(),
    failed_at: z.int(),
  }),
);

/** Stores requests, or has the waiting job of a request's key take it up. */
export async function insertJobs(
  db: Connection | Transaction,
  requests: readonly JobRequest[],
  now: number,
): Promise<void> {
  if (requests.length === 0) return;
  await db.raw(
    `INSERT INTO passerelle_jobs (name, payload, dedupe_key, state, run_at, attempts)
     VALUES ${requests.map(() => "(?, ?, ?, 'waiting', ?, 0)").join(', ')}
     ON CONFLICT (name, dedupe_key) WHERE state = 'waiting' DO UPDATE
     SET payload = excluded.payload, run_at = min(run_at, excluded.run_at), attempts = 0, error = NULL`,
    requests.flatMap(({ name, payload, dedupeKey, runAt }) => [
      name,
      JSON.stringify(payload),
      dedupeKey ?? null,
      runAt?.getTime() ?? now,
    ]),
  );
}

/** Takes the job that has been due longest among `names`, unless another of its key is running. */
export async function claimJob(
  db: Connection,
  claim: { names: string[]; holder: string; now: number; leaseUntil: number },
): Promise<ClaimedRow | undefined> {
  const rows = await db.raw(
    `UPDATE passerelle_jobs SET state = 'running', attempts = attempts + 1, holder = ?, lease_until = ?
     WHERE id = (
       SELECT id FROM passerelle_jobs AS job
       WHERE state = 'waiting' AND run_at <= ? AND name IN (${claim.names.map(() => '?').join(', ')})
         AND NOT EXISTS (
           SELECT 1 FROM passerelle_jobs AS other
           WHERE other.name = job.name AND other.dedupe_key = job.dedupe_key AND other.state = 'running'
         )
       ORDER BY run_at, id LIMIT 1
     )
     RETURNING id, name, payload, dedupe_key, attempts`,
    [claim.holder, claim.leaseUntil, claim.now, ...claim.names],
  );
  return claimedRows.parse(rows)[0];
}

/** Lengthens the leases of a holder; says which jobs are still its own. */
export async function renewLeases(db: Connection, holder: string, leaseUntil: number): Promise<Set<number>> {
  const rows = await db.raw(
    `UPDATE passerelle_jobs SET lease_until = ? WHERE state = 'running' AND holder = ? RETURNING id`,
    [leaseUntil, holder],
  );
  return new Set(changedRows.parse(rows).map((row) => row.id));
}

/** Takes over the running jobs whose lease has ended, so that this holder may fail them. */
export async function takeExpired(
  db: Connection,
  take: { holder: string; now: number; leaseUntil: number },
): Promise<ClaimedRow[]> {
  const rows = await db.raw(
    `UPDATE passerelle_jobs SET holder = ?, lease_until = ? WHERE state = 'running' AND lease_until < ?
     RETURNING id, name, payload, dedupe_key, attempts`,
    [take.holder, take.leaseUntil, take.now],
  );
  return claimedRows.parse(rows);
}

/** Forgets a job that is done. False when the holder had lost it. */
export async function completeJob(db: Connection, job: ClaimedRow, holder: string): Promise<boolean> {
  const rows = await db.raw(
    `DELETE FROM passerelle_jobs WHERE id = ? AND holder = ? AND attempts = ? RETURNING id`,
    [job.id, holder, job.attempts],
  );
  return changedRows.parse(rows).length === 1;
}

/**
 * Puts a failed job back to wait until `retryAt`. Where a newer request of its key waits already, that one
 * runs in its place, by then at the latest.
 */
export async function postponeJob(
  db: Connection,
  job: ClaimedRow,
  holder: string,
  failure: { error: string; retryAt: number },
): Promise<void> {
  await db.transaction(async (trx) => {
    const newer = await trx.raw(
      `UPDATE passerelle_jobs SET run_at = min(run_at, ?)
       WHERE name = ? AND dedupe_key = ? AND state = 'waiting'
         AND EXISTS (SELECT 1 FROM passerelle_jobs WHERE id = ? AND holder = ? AND attempts = ?)
       RETURNING id`,
      [failure.retryAt, job.name, job.dedupe_key, job.id, holder, job.attempts],
    );
    if (changedRows.parse(newer).length > 0) {
      await trx.raw('DELETE FROM passerelle_jobs WHERE id = ?', [job.id]);
      return;
    }
    await trx.raw(
      `UPDATE passerelle_jobs SET state = 'waiting', run_at = ?, error = ?, holder = NULL, lease_until = NULL
       WHERE id = ? AND holder = ? AND attempts = ?`,
      [failure.retryAt, failure.error, job.id, holder, job.attempts],
    );
  });
}

/** Gives a job up as a dead letter, and clears away those that have been kept long enough. */
export async function buryJob(
  db: Connection,
  job: ClaimedRow,
  holder: string,
  failure: { error: string; now: number },
): Promise<void> {
  await db.raw(
    `UPDATE passerelle_jobs
     SET state = 'dead', error = ?, failed_at = ?, holder = NULL, lease_until = NULL
     WHERE id = ? AND holder = ? AND attempts = ?`,
    [failure.error, failure.now, job.id, holder, job.attempts],
  );
  await db.raw(`DELETE FROM passerelle_jobs WHERE state = 'dead' AND failed_at < ?`, [
    failure.now - DEAD_LETTER_DAYS * 86_400_000,
  ]);
}

export async function readDeadLetters(db: Connection): Promise<DeadLetter[]> {
  const rows = await db.raw(
    `SELECT id, name, payload, attempts, error, failed_at FROM passerelle_jobs
     WHERE state = 'dead' ORDER BY failed_at, id LIMIT ?`,
    [DEAD_LETTER_LIMIT],
  );
  return deadRows.parse(rows).map((row) => ({
    id: String(row.id),
    name: row.name,
    payload: JSON.parse(row.payload),
    attempts: row.attempts,
    error: row.error,
    failedAt: new Date(row.failed_at),
  }));
}

/** Puts a dead letter back to wait, or drops it where its key waits already. False when there is none. */
export async function reviveJob(db: Connection, id: number, now: number): Promise<boolean> {
  return db.transaction(async (trx) => {
    const dropped = await trx.raw(
      `DELETE FROM passerelle_jobs AS job WHERE id = ? AND state = 'dead' AND EXISTS (
         SELECT 1 FROM passerelle_jobs AS other
         WHERE other.name = job.name AND other.dedupe_key = job.dedupe_key AND other.state = 'waiting'
       ) RETURNING id`,
      [id],
    );
    if (changedRows.parse(dropped).length > 0) return true;
    const revived = await trx.raw(
      `UPDATE passerelle_jobs SET state = 'waiting', run_at = ?, attempts = 0, error = NULL, failed_at = NULL
       WHERE id = ? AND state = 'dead' RETURNING id`,
      [now, id],
    );
    return changedRows.parse(revived).length > 0;
  });
}

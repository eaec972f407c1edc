import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { addReaders, addressesOf, approveIssue, issueNow, makeTables } from '../support/issues.ts';
import { type JobsDatabase, jobsDatabases } from '../support/jobs.ts';
import { startSink } from '../support/smtp-sink.ts';

/** More than the few kills of every run: `FAULT_KILLS=50 FAULT_READERS=10000`. */
const settings = z
  .object({ FAULT_KILLS: z.coerce.number().default(3), FAULT_READERS: z.coerce.number().default(900) })
  .parse(process.env);
const { FAULT_KILLS: KILLS, FAULT_READERS: READERS } = settings;
const CONNECTIONS = 4;
const LEASE_SECONDS = 1;
const WORKERS: Readonly<Record<string, number>> = { SQLite: 1, PostgreSQL: 2 };

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(jobsDatabases)('kill -9 while an issue is sent, $database', ({ database, open }) => {
  const workers = WORKERS[database] ?? 1;

  it(`×${KILLS}, ${workers} at work: nobody is missed, nobody gets it twice, what isn't known is said`, {
    timeout: 60_000 + KILLS * 12_000 + READERS * 10,
  }, async () => {
    const db = await open();
    const sink = await startSink();
    try {
      await makeTables(db.connection);
      await addReaders(db.connection, addressesOf(READERS));
      const issue = await approveIssue(db.connection);
      const start = () => startWorker(db, sink.url);
      const running = Array.from({ length: workers }, start);
      const share = Math.floor(READERS / (KILLS + 1));
      for (let kill = 0; kill < KILLS; kill += 1) {
        const goal = share * (kill + 1);
        await vi.waitFor(() => expect(sink.taken.length).toBeGreaterThanOrEqual(goal), {
          timeout: 60_000,
          interval: 1,
        });
        // At any point of a mail's way.
        await pause((kill * 7) % 23);
        await running[kill % workers]?.end('SIGKILL');
        expect((await issueNow(db.connection, issue)).state).toBe('sending');
        running[kill % workers] = start();
      }
      await vi.waitFor(async () => expect((await issueNow(db.connection, issue)).state).toBe('finished'), {
        timeout: 60_000 + READERS * 10,
        interval: 500,
      });
      const { sent, uncertain, made, candidates, ...rest } = await issueNow(db.connection, issue);
      expect({ made, candidates }).toEqual({ made: READERS, candidates: READERS });
      expect(rest).toMatchObject({ failed: 0, skipped: 0, prepared: 0, leased: 0, sending: 0 });
      expect(sent + uncertain).toBe(READERS);
      expect(uncertain).toBeLessThanOrEqual(KILLS * CONNECTIONS);

      const taken = sink.taken.flatMap(({ to }) => to);
      expect(new Set(taken).size).toBe(taken.length);
      const missed = await missedOf(db, issue, new Set(taken));
      // Whoever is said to have been sent it has it; of all others it is said that nobody knows.
      expect(missed).toEqual([]);
      process.stdout.write(
        `${database}: ${KILLS} kills, ${READERS} readers, ${sent} sent, ${uncertain} uncertain, ${taken.length} taken\n`,
      );
    } finally {
      await db.close();
      await sink.close();
    }
  });
});

const startWorker = (db: JobsDatabase, url: string) =>
  db.startProcess({ url, leaseSeconds: LEASE_SECONDS, connections: CONNECTIONS }, 'newsletter-process.mts');

/** Readers whose mail counts as sent, and whom the server has not taken it for. */
async function missedOf(db: JobsDatabase, issue: string, taken: ReadonlySet<string>): Promise<string[]> {
  const rows = await db
    .connection('passerelle_deliveries')
    .join('test_readers', 'test_readers.id', 'passerelle_deliveries.reader')
    .where({ issue, state: 'sent' })
    .select('email');
  return z
    .array(z.object({ email: z.string() }))
    .parse(rows)
    .flatMap(({ email }) => (taken.has(email) ? [] : [email]));
}

import { z } from 'zod';
import { jobsAt, openConnection } from './jobs-address.ts';

/**
 * A process that works jobs off until it is told to stop (SIGTERM) or killed.
 *
 * Its argument is JSON: where the jobs are, and how many attempts they get. `test.note` writes the payload's
 * number and this process's id into the table `notes`; `test.hold` writes `held <attempt>` to standard output
 * and never ends. It writes `ready` once it works.
 */

const argumentSchema = z.object({
  address: z.union([z.object({ sqliteFile: z.string() }), z.object({ databaseUrl: z.string() })]),
  attempts: z.int().positive(),
  leaseSeconds: z.number().positive(),
});
const { address, attempts, leaseSeconds } = argumentSchema.parse(JSON.parse(process.argv[2] ?? ''));

const connection = openConnection(address);
const jobs = jobsAt(address, {
  connection,
  leaseSeconds,
  pollSeconds: 0.5,
  retry: { attempts, baseSeconds: 1, maxSeconds: 1 },
  log: (level, message) => process.stderr.write(`${level}: ${message}\n`),
});
jobs.work('test.note', async ({ payload }) => {
  const { number } = z.object({ number: z.int() }).parse(payload);
  await connection('notes').insert({ number, process: process.pid });
});
jobs.work('test.hold', ({ attempt }) => {
  process.stdout.write(`held ${attempt}\n`);
  return new Promise(() => undefined);
});
await jobs.start();
process.stdout.write('ready\n');

process.once('SIGTERM', async () => {
  await jobs.stop();
  await connection.destroy();
});

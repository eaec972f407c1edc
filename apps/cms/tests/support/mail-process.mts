import { z } from 'zod';
import { jobsAt, openConnection } from './jobs-address.ts';
import { openMailer } from './mailer.ts';

/**
 * A process that sends the mail of an outbox until it is told to stop (SIGTERM) or killed. It writes `ready` once it
 * works, and `alarm <code>` for each alarm.
 */

const argumentSchema = z.object({
  address: z.union([z.object({ sqliteFile: z.string() }), z.object({ databaseUrl: z.string() })]),
  url: z.string(),
  leaseSeconds: z.number().positive(),
});
const { address, url, leaseSeconds } = argumentSchema.parse(JSON.parse(process.argv[2] ?? ''));

const connection = openConnection(address);
const jobs = jobsAt(address, {
  connection,
  leaseSeconds,
  pollSeconds: 0.5,
  retry: { attempts: 12, baseSeconds: 1, maxSeconds: 1 },
  log: (level, message) => process.stderr.write(`${level}: ${message}\n`),
});
const patience = { connectionMs: 60_000, silenceMs: 60_000, wholeMs: 120_000 };
const mailer = openMailer({ connection, jobs, url, patience });
const told = setInterval(() => {
  for (const { code } of mailer.alarms.splice(0)) process.stdout.write(`alarm ${code}\n`);
}, 50);
await jobs.start();
process.stdout.write('ready\n');

process.once('SIGTERM', async () => {
  await jobs.stop();
  mailer.close();
  clearInterval(told);
  await connection.destroy();
});

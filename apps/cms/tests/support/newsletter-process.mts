import { z } from 'zod';
import { openSender } from './issues.ts';
import { openConnection } from './jobs-address.ts';

/**
 * A process that sends issues until it is told to stop (SIGTERM) or killed. It writes `ready` once it works, and every
 * error that it logs to standard error.
 */

const argumentSchema = z.object({
  address: z.union([z.object({ sqliteFile: z.string() }), z.object({ databaseUrl: z.string() })]),
  url: z.string(),
  leaseSeconds: z.number().positive(),
  connections: z.int().positive(),
});
const { address, url, leaseSeconds, connections } = argumentSchema.parse(JSON.parse(process.argv[2] ?? ''));

const connection = openConnection(address);
const sender = openSender({
  connection,
  url,
  connections,
  patience: { connectionMs: 20_000, silenceMs: 20_000, wholeMs: 60_000 },
  more: { leaseSeconds, drainSeconds: 10 },
});
const told = setInterval(() => {
  for (const line of sender.logged.splice(0)) if (line.startsWith('error')) process.stderr.write(`${line}\n`);
}, 50);
sender.start();
process.stdout.write('ready\n');

process.once('SIGTERM', async () => {
  await sender.close();
  clearInterval(told);
  await connection.destroy();
});

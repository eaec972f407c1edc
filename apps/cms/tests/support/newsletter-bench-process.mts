import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openConnection } from './jobs-address.ts';
import { addReaders, addressesOf, approveIssue, issueNow, makeTables, openSender } from './newsletter.ts';

/**
 * Sends one issue to many readers, in an empty database, and writes what that took as JSON to standard output.
 *
 * Its argument is JSON. Milliseconds; the memory is the process's peak, in MB, once the issue has been prepared and
 * once it has been sent.
 */

const argumentSchema = z.object({
  address: z.union([z.object({ sqliteFile: z.string() }), z.object({ databaseUrl: z.string() })]),
  url: z.string(),
  readers: z.int().positive(),
  connections: z.int().positive(),
});
const { address, url, readers, connections } = argumentSchema.parse(JSON.parse(process.argv[2] ?? ''));

const connection = openConnection(address);
await makeTables(connection);
await addReaders(connection, addressesOf(readers));
const issue = await approveIssue(connection);
const sender = openSender({
  connection,
  url,
  connections,
  patience: { connectionMs: 20_000, silenceMs: 60_000, wholeMs: 60_000 },
  more: { leaseSeconds: 30, drainSeconds: 10 },
});
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024);
const stateOf = async () => (await connection('passerelle_issues').where({ id: issue }).first()).state;

const started = performance.now();
sender.start();
while ((await stateOf()) !== 'sending') await pause(20);
const prepared = performance.now();
const preparedMb = peakMb();
while ((await stateOf()) !== 'finished') await pause(100);
const finished = performance.now();
const { sent } = await issueNow(connection, issue);
const result = {
  sent,
  prepareMs: Math.round(prepared - started),
  sendMs: Math.round(finished - prepared),
  preparedMb,
  peakMb: peakMb(),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
await sender.close();
await connection.destroy();

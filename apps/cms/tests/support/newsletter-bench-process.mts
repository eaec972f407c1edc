import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { addReaders, addressesOf, approveIssue, issueNow, makeTables, openSender } from './issues.ts';
import { openConnection } from './jobs-address.ts';

/**
 * Sends one issue to many readers, in an empty database, and writes what that took as JSON to standard output.
 *
 * Its argument is JSON. Milliseconds. `liveMb` is the most that was alive at any second, after a collection: only under
 * `--expose-gc`, which costs time. `peakMb` has what was garbage too, and all else of the process.
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
const stateOf = async () => (await connection('passerelle_issues').where({ id: issue }).first()).state;

let liveMb = 0;
const collect = globalThis.gc;
const sampling =
  collect &&
  setInterval(() => {
    collect();
    liveMb = Math.max(liveMb, Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
  }, 1000);

const started = performance.now();
sender.start();
while ((await stateOf()) !== 'sending') await pause(20);
const prepared = performance.now();
while ((await stateOf()) !== 'finished') await pause(100);
const finished = performance.now();
const { sent } = await issueNow(connection, issue);
const result = {
  sent,
  prepareMs: Math.round(prepared - started),
  sendMs: Math.round(finished - prepared),
  liveMb,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
clearInterval(sampling);
await sender.close();
await connection.destroy();

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { submissionsConfig } from '../config.ts';
import { createSpool } from './spool.ts';
import { openSpoolStore } from './store.ts';

/**
 * What was set aside on this machine: `node submissions/spool/command.ts poisoned | retry <id…> | retry --all`. The web
 * server may run meanwhile: it sends within a second what is put back. Exit code 1: some of it isn't there.
 */
const USAGE = 'spool poisoned\nspool retry <id…>\nspool retry --all\n';

const commandSchema = z.union([
  z.strictObject({ command: z.literal('poisoned'), ids: z.tuple([]), all: z.literal(false) }),
  z.strictObject({ command: z.literal('retry'), ids: z.tuple([]), all: z.literal(true) }),
  z.strictObject({
    command: z.literal('retry'),
    ids: z.array(z.coerce.number().int().positive()).min(1),
    all: z.literal(false),
  }),
]);
type Command = z.infer<typeof commandSchema>;

function readCommand(args: string[]): Command | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { all: { type: 'boolean', default: false } },
    });
    const [command, ...ids] = positionals;
    return commandSchema.safeParse({ command, ids, all: values.all }).data ?? null;
  } catch {
    return null;
  }
}

async function run({ command, ids, all }: Command): Promise<number> {
  const { spool: path, limits } = submissionsConfig(process.env);
  if (!existsSync(path)) return nothing();
  const store = openSpoolStore(path);
  try {
    const spool = createSpool(store, limits, (error) => {
      throw error;
    });
    const aside = spool.poisoned();
    if (command === 'poisoned') {
      if (aside.length === 0) return nothing();
      for (const { id, form, receivedAt, attempts, requestId, box } of aside) {
        say(`${id}  ${form}  ${receivedAt}  ${attempts}×  ${box.byteLength} octets  ${requestId}`);
      }
      return 0;
    }
    const missing: number[] = [];
    for (const id of all ? aside.map((item) => item.id) : ids) {
      if (await spool.retry(id)) say(`${id} : remis en attente / waits to be sent again`);
      else missing.push(id);
    }
    if (missing.length === 0) return 0;
    process.stderr.write(`N’est pas mis de côté / is not set aside: ${missing.join(', ')}\n`);
    return 1;
  } finally {
    store.close();
  }
}

function nothing(): number {
  say('Rien n’est mis de côté / nothing is set aside');
  return 0;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const command = readCommand(process.argv.slice(2));
if (command === null) process.stderr.write(USAGE);
process.exitCode = command === null ? 2 : await run(command);

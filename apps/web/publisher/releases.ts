import { parseArgs } from 'node:util';
import { releaseStore } from '../releases/store.ts';
import { dataDirectory } from '../src/published/open.ts';
import { explain } from './build-error.ts';

/**
 * The releases on this machine: `node publisher/releases.ts list | rollback [id] | export <folder>`
 *
 * `rollback` goes to the release before the live one, or to the one named. The next publication
 * goes forward again, with the content as it is then.
 */
const { positionals } = parseArgs({ allowPositionals: true });

async function list(): Promise<void> {
  const store = releaseStore(dataDirectory());
  const live = await store.liveId();
  for (const id of await store.list()) {
    const { createdAt, revision, articles, files } = await store.read(id);
    const pages = Object.keys(files).length;
    say(
      `${id === live ? '*' : ' '} ${id}  ${createdAt}  revision ${revision}  ${articles} articles  ${pages} files`,
    );
  }
}

async function rollback(wanted: string | undefined): Promise<void> {
  const store = releaseStore(dataDirectory());
  const live = await store.liveId();
  const ids = await store.list();
  const id = wanted ?? ids[ids.indexOf(live ?? '') - 1];
  if (id === undefined) throw new Error('There is no earlier release to go back to.');
  if (!ids.includes(id)) throw new Error(`There is no release ${id}. "releases list" shows those there are.`);
  await store.switchTo(id);
  say(`${id} is live.`);
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const [command = 'list', argument] = positionals;
  if (command === 'list') return await list();
  if (command === 'rollback') return await rollback(argument);
  throw new Error(`"${command}" is not a command: list, rollback [id].`);
}

main().catch((error) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

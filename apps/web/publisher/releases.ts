import { parseArgs } from 'node:util';
import { createHttpClient } from '@passerelle/cms-client';
import type { Manifest } from '../releases/manifest.ts';
import { releaseStore } from '../releases/store.ts';
import { dataDirectory } from '../src/published/open.ts';
import { explain } from './build-error.ts';
import { publisherConfig } from './config.ts';

/**
 * The releases on this machine: `node publisher/releases.ts list | rollback [id]`
 *
 * `rollback` goes to the release before the live one, or to the one named, and tells the CMS, so that editors see
 * what is live. A publisher that is up to date leaves it at that until something is published, it is told to publish or
 * is started anew; then it goes forward again, with the content as it is then.
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
  await tellTheCms(await store.read(id));
}

/** The rollback stands whether or not the CMS hears of it. */
async function tellTheCms({ id, revision, files }: Manifest): Promise<void> {
  const at = new Date().toISOString();
  const pages = Object.values(files).filter(({ type }) => type.startsWith('text/html')).length;
  try {
    const { cmsUrl: url, siteToken, reportToken } = publisherConfig(process.env);
    // A person waits for this.
    await createHttpClient({ url, siteToken, reportToken, timeout: 5_000, waits: [500] }).report({
      build: `rollback-${id}-${Date.now().toString(36)}`,
      state: 'rolled-back',
      revision,
      startedAt: at,
      finishedAt: at,
      durationMs: null,
      pagesWritten: 0,
      pagesTotal: pages,
      failure: null,
    });
  } catch (error) {
    warn(`The CMS could not be told, so the admin still shows the release before: ${explain(error)}`);
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const warn = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const [command = 'list', argument] = positionals;
  if (command === 'list') return await list();
  if (command === 'rollback') return await rollback(argument);
  throw new Error(`"${command}" is not a command: list, rollback [id].`);
}

main().catch((error) => {
  warn(explain(error));
  process.exit(1);
});

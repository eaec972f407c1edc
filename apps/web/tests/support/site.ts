import { createFakeClient, type FakeCms } from '@passerelle/cms-client';
import type { Entry } from '@passerelle/contracts';
import { onTestFinished } from 'vitest';
import { createBuilder } from '../../publisher/build.ts';
import { madeFiles } from '../../releases/made-files.ts';
import { releaseStore } from '../../releases/store.ts';
import { openSnapshot, snapshotPath } from '../../src/published/snapshot.ts';
import { temporaryDirectory } from './directory.ts';
import { article, organization } from './entries.ts';
import { fakeEngine } from './fake-engine.ts';

const FORBID_SHRINK = { allowShrink: false };

/** A CMS with an organization and some articles. */
export function cmsWith(entries: readonly Entry[]): FakeCms {
  const cms = createFakeClient();
  for (const locale of ['fr-CA', 'en-CA'] as const) cms.publish(organization(locale));
  for (const entry of entries) cms.publish(entry);
  return cms;
}

export const articles = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => article(`article-${index + 1}`));

/** A publisher's parts in a data directory of their own, or in a given one. */
export function siteWith(cms: FakeCms, dataDir = temporaryDirectory()) {
  const store = releaseStore(dataDir);
  const database = openSnapshot(snapshotPath(dataDir));
  const made = madeFiles(store.root);
  onTestFinished(() => {
    database.close();
    made.close();
  });
  const engine = fakeEngine(database);
  let tick = 0;
  const builder = createBuilder({
    cms,
    engine,
    store,
    database,
    made,
    now: () => new Date(Date.UTC(2026, 10, 23, 12, 0, tick++)),
    random: () => 'aaaaaa',
  });
  return {
    dataDir,
    store,
    database,
    made,
    engine,
    cards: builder.cards,
    build: (options = FORBID_SHRINK) => builder.build(options, () => {}),
    /** The text that is live at a path; undefined when there is none. */
    async shown(path: string): Promise<string | undefined> {
      const file = (await store.live())?.files[path];
      return file && (await store.objects.read(file.digest)).toString('utf8');
    },
  };
}

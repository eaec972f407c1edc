import { resolve } from 'node:path';
import type { FakeCms } from '@passerelle/cms-client';
import { onTestFinished } from 'vitest';
import { createBuilder } from '../../publisher/build.ts';
import { loadEngine } from '../../publisher/engine.ts';
import { renderPool } from '../../publisher/render-pool.ts';
import { madeFiles } from '../../releases/made-files.ts';
import { releaseStore } from '../../releases/store.ts';
import { openSnapshot, snapshotPath } from '../../src/published/snapshot.ts';
import { temporaryDirectory } from './directory.ts';

const engineDir = resolve(import.meta.dirname, '../../dist/engine');
const site = 'https://passerelle.example';

/**
 * A publisher with the built site itself. The engine lists its paths from one snapshot per process, so all
 * builders of a test file have the same content.
 */
export async function builderFor(cms: FakeCms, threads = false) {
  const dataDir = temporaryDirectory();
  const store = releaseStore(dataDir);
  const snapshot = snapshotPath(dataDir);
  const database = openSnapshot(snapshot);
  const made = madeFiles(store.root);
  onTestFinished(() => {
    database.close();
    made.close();
  });
  // The engine lists its paths from the snapshot of the process; every builder here has the same content.
  process.env.DATA_DIR ??= dataDir;
  const renderMany = renderPool({ engineDir, site, snapshot, objects: store.objects.directory });
  const builder = createBuilder({
    cms,
    engine: await loadEngine(engineDir, site),
    store,
    database,
    made,
    now: () => new Date('2026-11-23T12:00:00.000Z'),
    random: () => Math.random().toString(16).slice(2, 8).padEnd(6, '0'),
    ...(threads ? { renderMany } : {}),
  });
  return {
    build: () => builder.build({ allowShrink: true }, () => {}),
    files: async () => (await store.live())?.files,
    social: async () => (await store.live())?.social,
    redirects: async () => (await store.live())?.redirects,
  };
}

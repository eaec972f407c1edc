import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { objectStore } from '../releases/objects.ts';
import { snapshotQueries } from '../src/published/queries.ts';
import { createRecorder } from '../src/published/recorder.ts';
import { readSnapshot } from '../src/published/snapshot.ts';
import { failureOf } from './build-error.ts';
import { loadEngine } from './engine.ts';
import { pageRenderer } from './render.ts';

/** A thread that renders the paths it is sent, in batches, with an engine and a reader of its own; see `render-pool.ts`. */
const { engineDir, site, snapshot, objects } = z
  .object({ engineDir: z.string(), site: z.string(), snapshot: z.string(), objects: z.string() })
  .parse(workerData);

const engine = await loadEngine(engineDir, site);
const recorder = createRecorder(snapshotQueries(readSnapshot(snapshot)));
const render = pageRenderer(engine, recorder, objectStore(objects));

parentPort?.on('message', async (paths: string[]) => {
  try {
    const pages = await Promise.all(paths.map(render));
    parentPort?.postMessage({ pages });
  } catch (error) {
    parentPort?.postMessage({ failure: failureOf(error) });
  }
});
parentPort?.postMessage({ pages: [] });

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHttpClient } from '@passerelle/cms-client';
import pino from 'pino';
import { lockExclusively } from '../files/exclusive-lock.ts';
import { madeFiles } from '../releases/made-files.ts';
import { releaseStore } from '../releases/store.ts';
import { sweep } from '../releases/sweep.ts';
import { openSnapshot, snapshotPath } from '../src/published/snapshot.ts';
import { createBuilder } from './build.ts';
import { explain } from './build-error.ts';
import { compressRelease } from './compress.ts';
import { publisherConfig } from './config.ts';
import { loadEngine } from './engine.ts';
import { imageFetcher, knownImages } from './images/assets.ts';
import { laterMaker } from './images/make-later.ts';
import { noticeServer } from './notices.ts';
import { createPublisher } from './publisher.ts';
import { renderPool } from './render-pool.ts';
import { createReporter } from './reporter.ts';
import { cardDrawer } from './social/draw.ts';
import { syncSnapshot } from './sync.ts';

/**
 * The publisher: `node publisher/main.ts [--once [--allow-shrink] | --sync-only]`
 *
 * Without a flag it stays, watches the CMS and publishes. `--once` builds one release and ends.
 * `--sync-only` only keeps the content fresh, for `astro dev`.
 */
const { values: flags } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    'allow-shrink': { type: 'boolean', default: false },
    'sync-only': { type: 'boolean', default: false },
  },
});

const SYNC_EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 60_000;
/** Images made before pages are compressed: those that are looked at first. */
const MADE_AT_ONCE = 100;

async function main(): Promise<void> {
  const config = publisherConfig(process.env);
  const log = pino({ name: 'publisher', level: config.logLevel });
  const store = releaseStore(config.dataDir);
  const unlock = lockExclusively(join(store.root, 'publisher.lock'));
  if (!unlock) throw new Error('Another publisher is at work on this data directory.');
  const database = openSnapshot(snapshotPath(config.dataDir));
  const made = madeFiles(store.root);
  const cms = createHttpClient({
    url: config.cmsUrl,
    siteToken: config.siteToken,
    reportToken: config.reportToken,
  });

  if (flags['sync-only']) {
    const unusable = (sentence: string) => log.warn(sentence);
    const fetchImages = imageFetcher({ database, cms, objects: store.objects, made, unusable });
    for (;;) {
      await syncSnapshot(database, cms, fetchImages).catch((error) => log.warn(explain(error)));
      await new Promise((done) => setTimeout(done, SYNC_EVERY_MS));
    }
  }

  const engineDir = join(import.meta.dirname, '../dist/engine');
  const engine = await loadEngine(engineDir, config.siteUrl);
  const renderMany = renderPool({
    engineDir,
    site: config.siteUrl,
    snapshot: snapshotPath(config.dataDir),
    objects: store.objects.directory,
  });
  const now = () => new Date();
  const random = () => randomBytes(6).toString('hex');
  const builder = createBuilder({ cms, engine, store, database, made, now, random, renderMany });
  const reporter = createReporter(cms, (error) =>
    log.warn({ failure: explain(error) }, 'report not delivered'),
  );
  const makeLater = laterMaker({
    database,
    objects: store.objects,
    made,
    draw: cardDrawer(),
    failed: (path, error) => log.warn({ path, failure: explain(error) }, 'an image could not be made'),
  });
  let swept = 0;
  const publisher = createPublisher({
    builder,
    cms,
    reporter,
    log,
    now,
    buildId: () => `build-${random()}`,
    async idle(signal) {
      const live = await store.live();
      if (!live) return;
      // First: what the server compresses by itself meanwhile it keeps in memory, less well done.
      await compressRelease(live, store.objects, signal);
      await makeLater(live, builder.cards(), signal, MADE_AT_ONCE);
      if (!signal.aborted && Date.now() - swept >= SWEEP_EVERY_MS) {
        swept = Date.now();
        await sweep(store, made, knownImages(database), swept);
      }
      await makeLater(live, builder.cards(), signal);
    },
  });

  if (flags.once) {
    const outcome = await publisher.publish({ allowShrink: flags['allow-shrink'] });
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    await publisher.stop();
    process.exitCode = outcome.ok ? 0 : 1;
    unlock();
    return;
  }

  const server = noticeServer(publisher, store, config.noticeToken);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(config.port, config.host, done);
  });
  log.info({ port: config.port }, 'listening');
  publisher.start();

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    server.close();
    server.closeIdleConnections();
    await publisher.stop();
    unlock();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

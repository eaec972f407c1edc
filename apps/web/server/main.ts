import { join } from 'node:path';
import pino from 'pino';
import { releaseStore } from '../releases/store.ts';
import { serverConfig } from './config.ts';
import { followRelease } from './current-release.ts';
import { onDemandRoutes } from './on-demand.ts';
import { BODY_LIMIT, siteServer } from './server.ts';

/** How long requests under way may take to end after the order to stop. */
const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const config = serverConfig(process.env);
  const log = pino({ name: 'web', level: config.logLevel });
  const store = releaseStore(config.dataDir);
  const release = await followRelease(store, (error) =>
    log.error({ err: error }, 'a release could not be read'),
  );
  const engine = join(import.meta.dirname, '../dist/engine');
  const onDemand = await onDemandRoutes(engine, config.siteUrl, BODY_LIMIT);
  const server = siteServer({ config, release, objects: store.objects, onDemand, log });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(config.port, config.host, done);
  });
  log.info({ port: config.port }, 'listening');

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    release.close();
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});

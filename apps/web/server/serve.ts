import { join } from 'node:path';
import type { Logger } from 'pino';
import { draftsFile, type OpenDrafts, openDraftsWith } from '../drafts/open.ts';
import { releaseStore } from '../releases/store.ts';
import { openSubmissionsWith } from '../submissions/open.ts';
import type { OpenSubmissions } from '../submissions/submissions.ts';
import { clientAddressBehind } from './client-address.ts';
import type { ServerConfig } from './config.ts';
import { followRelease } from './current-release.ts';
import { drain } from './drain.ts';
import { type OnDemand, onDemandRoutes } from './on-demand.ts';
import { siteServer } from './server.ts';

const ENGINE = join(import.meta.dirname, '../dist/engine');
const PATIENCE = { politeMs: 200, withinMs: 10_000 };

/**
 * Serves the site from this process until it is told to stop.
 *
 * @param routes makes what answers on demand; Astro, unless told otherwise.
 * @returns what stops it: settles when the last answer has been sent.
 * @throws when the port can't be had or the site isn't built.
 */
export async function serve(
  config: ServerConfig,
  log: Logger,
  routes: (submissions: OpenSubmissions, drafts: OpenDrafts) => Promise<OnDemand> = (submissions, drafts) =>
    onDemandRoutes(ENGINE, config.siteUrl, submissions, drafts),
): Promise<() => Promise<void>> {
  const store = releaseStore(config.dataDir);
  const release = await followRelease(store, (error) =>
    log.error({ err: error }, 'a release could not be read'),
  );
  const submissions = await openSubmissionsWith(config.submissions, log);
  const drafts = await openDraftsWith({
    file: draftsFile(config.dataDir),
    formSecret: config.submissions.formSecret,
    failed: (error) => log.error({ err: error }, 'a draft could not be written'),
  });
  const onDemand = await routes(submissions, drafts);
  const addressOf = clientAddressBehind(config.trustedProxies);
  const server = siteServer({ config, release, objects: store.objects, onDemand, addressOf, log });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(config.port, config.host, done);
  });
  log.info({ port: config.port }, 'listening');
  return async () => {
    await drain(server, PATIENCE);
    await submissions.close();
    drafts.close();
    release.close();
  };
}

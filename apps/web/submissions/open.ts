import { randomBytes } from 'node:crypto';
import { createFilesClient, createSubmissionsClient } from '@passerelle/cms-client';
import pino, { type Logger } from 'pino';
import { lockExclusively } from '../files/exclusive-lock.ts';
import { type SubmissionsConfig, submissionsConfig } from './config.ts';
import { createFormTokens } from './guards/form-tokens.ts';
import { createGuards } from './guards/guards.ts';
import { createProofs } from './guards/proofs.ts';
import { createRates } from './guards/rates.ts';
import { createBreaker } from './hand-over/breaker.ts';
import { createHandOver } from './hand-over/hand-over.ts';
import { macsUnder } from './macs.ts';
import { createNewsletterReaders } from './newsletter-readers.ts';
import { createPollResults } from './poll-results.ts';
import { createForwarder } from './spool/forwarder.ts';
import { sealTo } from './spool/sealing.ts';
import { createSpentProofs } from './spool/spent-proofs.ts';
import { createSpool } from './spool/spool.ts';
import { openSpoolStore } from './spool/store.ts';
import { createSubmissions, type OpenSubmissions } from './submissions.ts';
import { createVisitorFiles } from './visitor-files.ts';
import { createVoters } from './voters.ts';

/** Nobody waits for what is forwarded, so it may take longer than what is handed over, in milliseconds. */
const FORWARD_TIMEOUT_MS = 10_000;

/**
 * Opens what takes submissions in this process, and starts forwarding what an earlier one has left.
 *
 * @throws when the public key is none. A disk that can't be written is no reason: it is tried again.
 */
export async function openSubmissionsWith(config: SubmissionsConfig, log: Logger): Promise<OpenSubmissions> {
  const { cmsUrl: url, submitToken: token } = config;
  const seal = await sealTo(config.publicKey);
  const mac = macsUnder(config.formSecret);
  const client = createSubmissionsClient({ url, token });
  const store = openSpoolStore(config.spool);
  const spool = createSpool(store, config.limits, (error) =>
    log.error({ err: error }, 'the spool could not be written'),
  );
  const steady = () => performance.now();
  const breaker = createBreaker(steady, () => forwarder.hurry());
  const forwarder = createForwarder({
    spool,
    client: createSubmissionsClient({ url, token, timeout: FORWARD_TIMEOUT_MS }),
    lock: () => lockExclusively(config.forwarderLock),
    answered: () => breaker.answered(),
    log,
    now: Date.now,
    random: Math.random,
  });
  const handOver = createHandOver({
    client,
    breaker,
    failed: (error) => log.warn({ err: error }, 'submissions were not handed over'),
  });
  const guards = createGuards({
    tokens: createFormTokens(mac, Date.now),
    rates: createRates({ now: Date.now, randomBytes }),
    proofs: createProofs({
      mac,
      spent: createSpentProofs(store),
      now: Date.now,
      failed: (error) => log.error({ err: error }, 'a spent proof could not be written'),
    }),
  });
  const pollResults = createPollResults({
    client,
    now: steady,
    isAway: breaker.isAway,
    failed: (error) => log.warn({ err: error }, 'results were not read'),
  });
  const readers = createNewsletterReaders({
    client,
    isAway: breaker.isAway,
    failed: (error) => log.warn({ err: error }, 'a reader was not read'),
  });
  const submissions = createSubmissions({
    ...readers,
    guards,
    handOver,
    seal,
    spool,
    forwarder,
    pollResults,
    voter: createVoters(mac),
    log,
    now: steady,
  });
  forwarder.start();
  return {
    ...submissions,
    files: createVisitorFiles(createFilesClient({ url, token }), log),
    async close() {
      await handOver.drained();
      await forwarder.stop();
      store.close();
    },
  };
}

let opened: Promise<OpenSubmissions> | undefined;

/**
 * The submissions of this process, opened once: for `astro dev`, where no server of ours passes them in.
 *
 * @throws with a readable list of what is wrong with the environment.
 */
export function openSubmissions(environment: NodeJS.ProcessEnv = process.env): Promise<OpenSubmissions> {
  opened ??= (async () => {
    const level = environment.LOG_LEVEL ?? 'info';
    return await openSubmissionsWith(submissionsConfig(environment), pino({ name: 'web', level }));
  })();
  return opened;
}

import type { CmsClient } from '@passerelle/cms-client';
import type { ReleaseFailure, ReleaseReport, ReleaseState } from '@passerelle/contracts';
import type { Logger } from 'pino';
import type { Builder, BuildOptions, Built, Progress } from './build.ts';
import { explain, failureOf } from './build-error.ts';
import { coalesce } from './coalesce.ts';
import type { Reporter } from './reporter.ts';

/** Notices are waited for this long, so that a burst of changes becomes one release. */
const WAITS = { quiet: 300, atMost: 5_000 };
/** How often the CMS is asked for its revision, should a notice have been lost. */
const POLL_MS = 20_000;
/** After a failed build, the wait before the next try; doubled up to the poll interval. */
const FIRST_RETRY_MS = 2_000;

export interface PublisherParts {
  builder: Pick<Builder, 'build'>;
  cms: Pick<CmsClient, 'revision'>;
  reporter: Reporter;
  log: Logger;
  now: () => Date;
  buildId: () => string;
  /** Called when a build has ended well, with time to spare until the signal: the next build does not wait for it. */
  idle: (signal: AbortSignal) => Promise<void>;
}

/** What a build came to. */
export type Outcome = { ok: true; built: Built } | { ok: false; failure: ReleaseFailure };

/** Watches the CMS and keeps the live release up with it. */
export function createPublisher({ builder, cms, reporter, log, now, buildId, idle }: PublisherParts) {
  let last: { epoch: string | undefined; revision: number; outcome: Outcome } | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let poll: NodeJS.Timeout | undefined;
  let retryAfter = FIRST_RETRY_MS;
  let stopped = false;
  let building = false;
  let askedMeanwhile = false;
  /** The build that is told as queued and has not begun. */
  let planned: string | undefined;
  let spare = new AbortController();
  let idling: Promise<void> = Promise.resolve();

  /** One build at a time, whoever asked for it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  /** Not waited for: a build never starts later because it is told. @returns the build's id */
  function tellQueued(): string {
    if (planned !== undefined) return planned;
    planned = buildId();
    reporter.report({
      build: planned,
      state: 'queued',
      revision: last?.revision ?? 0,
      startedAt: now().toISOString(),
      finishedAt: null,
      durationMs: null,
      pagesWritten: 0,
      pagesTotal: 0,
      failure: null,
    });
    return planned;
  }

  /** Plans a build. One that is asked for during another is told as queued when that one has ended. */
  function ask(): void {
    if (stopped) return;
    if (building) askedMeanwhile = true;
    else tellQueued();
    work.ask();
  }

  async function build(options: BuildOptions): Promise<Outcome> {
    const started = now();
    const id = tellQueued();
    planned = undefined;
    building = true;
    const seen: Progress = {
      state: 'building',
      revision: last?.revision ?? 0,
      pagesWritten: 0,
      pagesTotal: 0,
    };
    const tell = (state: ReleaseState, failure: ReleaseFailure | null = null) => {
      const ended = state === 'live' || state === 'failed' ? now() : undefined;
      const report: ReleaseReport = {
        build: id,
        state,
        revision: seen.revision,
        startedAt: started.toISOString(),
        finishedAt: ended?.toISOString() ?? null,
        durationMs: ended ? ended.getTime() - started.getTime() : null,
        pagesWritten: seen.pagesWritten,
        pagesTotal: seen.pagesTotal,
        failure,
      };
      reporter.report(report);
    };
    try {
      const built = await builder.build(options, (progress) => {
        Object.assign(seen, progress);
        tell(progress.state);
      });
      Object.assign(seen, built);
      tell('live');
      for (const warning of built.warnings) log.warn(warning);
      log.info(
        { ...built, warnings: built.warnings.length, ms: now().getTime() - started.getTime() },
        'live',
      );
      retryAfter = FIRST_RETRY_MS;
      return { ok: true, built };
    } catch (error) {
      const failure = failureOf(error);
      log.error({ build: id, failure }, 'failed');
      tell('failed', failure);
      return { ok: false, failure };
    } finally {
      building = false;
      if (askedMeanwhile && !stopped) tellQueued();
      askedMeanwhile = false;
    }
  }

  function tidyUp(): void {
    spare = new AbortController();
    idling = idle(spare.signal).catch((error) => log.warn({ failure: explain(error) }, 'tidying failed'));
  }

  async function buildAndRemember(options: BuildOptions): Promise<Outcome> {
    spare.abort();
    const at = await cms.revision().catch(() => undefined);
    const outcome = await build(options);
    last = {
      epoch: at?.epoch,
      revision: outcome.ok ? outcome.built.revision : (at?.revision ?? last?.revision ?? 0),
      outcome,
    };
    if (outcome.ok && !stopped) tidyUp();
    return outcome;
  }

  const work = coalesce(
    () =>
      inTurn(async () => {
        const outcome = await buildAndRemember({ allowShrink: false });
        schedulePoll(outcome.ok ? POLL_MS : retryAfter);
        if (!outcome.ok) retryAfter = Math.min(POLL_MS, retryAfter * 2);
      }),
    WAITS,
    {
      now: () => performance.now(),
      set: setTimeout,
      clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
  );

  function schedulePoll(after: number): void {
    clearTimeout(poll);
    if (!stopped) poll = setTimeout(look, after);
  }

  async function look(): Promise<void> {
    await reporter.flush();
    const at = await cms.revision().catch(() => undefined);
    const upToDate = last?.outcome.ok && (!at || (at.epoch === last.epoch && at.revision === last.revision));
    if (upToDate) schedulePoll(POLL_MS);
    else ask();
  }

  return {
    /** Builds a first time, so that everything that is known from now on is known of this process. */
    start: ask,
    /** Something has changed at the CMS. */
    notice: ask,
    /** Builds now, without waiting for more changes. */
    publish: (options: BuildOptions) => inTurn(() => buildAndRemember(options)),
    last: () => last?.outcome,
    /** Settles when the build under way, if any, has ended. */
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(poll);
      await work.stop();
      await queue;
      spare.abort();
      await idling;
      await reporter.flush();
    },
  };
}
export type Publisher = ReturnType<typeof createPublisher>;

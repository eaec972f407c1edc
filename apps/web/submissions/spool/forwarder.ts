import { CmsError, type SubmissionsClient } from '@passerelle/cms-client';
import { type Answer, BATCH_LIMIT, type SpoolAlarm } from '@passerelle/contracts';
import type { Logger } from 'pino';
import { batchLength } from '../batches.ts';
import { pauseAfter } from './pauses.ts';
import type { Spool, SpooledItem } from './spool.ts';

/** Waits, in milliseconds. */
export interface ForwarderPace {
  /** How often it is looked whether another process has kept something, or has ended. */
  look: number;
  /** While the CMS is away: the first wait and the longest. */
  away: readonly [first: number, longest: number];
  /** After a submission failed: likewise. */
  failed: readonly [first: number, longest: number];
  /** Until an alarm that couldn't be delivered is sent again. */
  alarm: number;
}

const PACE: ForwarderPace = {
  look: 500,
  away: [500, 5_000],
  failed: [1_000, 300_000],
  alarm: 30_000,
};

/** Tries, each answered `failed` by a CMS that is there, after which a submission is set aside. */
const MOST_TRIES = 8;

interface ForwarderParts {
  spool: Spool;
  client: Pick<SubmissionsClient, 'submitSealed' | 'alarm'>;
  /** Takes the part of the one process that forwards; undefined when another one has it. */
  lock: () => (() => void) | undefined;
  /** Is told each time the CMS has answered. */
  answered: () => void;
  log: Logger;
  /** In milliseconds since 1970. */
  now: () => number;
  /** From 0 up to 1. */
  random: () => number;
  pace?: ForwarderPace;
}

/**
 * Sends what waits in the spool to the CMS, in order, in one process at a time.
 *
 * Rows go once they are answered. A request that came to nothing is sent again with the same keys, for as long as the
 * CMS is away; what the CMS fails to take although it is there is tried eight times, while others pass it by.
 */
export function createForwarder(parts: ForwarderParts) {
  const { spool, client, lock, answered, log, now, random, pace = PACE } = parts;
  const stopping = Promise.withResolvers<'stopped'>();
  let stopped = false;
  let release: (() => void) | undefined;
  /** Requests in a row that came to nothing. */
  let tries = 0;
  /** Submissions of the next request at most: fewer after one that was too much. */
  let width = BATCH_LIMIT;
  let alarmsAfter = 0;
  let idle = false;
  let wake: () => void = () => {};

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  async function run(): Promise<void> {
    while (!stopped) {
      const wait = await step().catch((error) => {
        tries += 1;
        log.warn({ err: error, tries }, 'what waits could not be forwarded');
        return pauseAfter(tries, ...pace.away, random());
      });
      if (wait > 0 && !stopped) await sleep(wait);
    }
    release?.();
  }

  /** @returns how long to wait before the next step, in milliseconds. */
  async function step(): Promise<number> {
    release ??= lock();
    idle = release === undefined;
    if (idle) return pace.look;
    await tellAlarms();
    const due = spool.due(now(), width);
    const batch = due.slice(0, batchLength(due.map(({ box }) => Math.ceil(box.byteLength / 3) * 4)));
    idle = batch.length === 0;
    if (idle) return Math.max(1, Math.min(pace.look, (spool.nextDue() ?? Number.POSITIVE_INFINITY) - now()));
    const answers = await send(batch);
    if (answers) await settle(batch, answers);
    return 0;
  }

  /** @returns null when they have to be sent again, fewer at once, or not any more. */
  async function send(batch: readonly SpooledItem[]): Promise<readonly Answer[] | null> {
    const boxes = batch.map(({ box }) => Buffer.from(box).toString('base64'));
    try {
      // Whether the CMS takes it needn't be known to stop: the same keys are sent again.
      const answers = await Promise.race([client.submitSealed(boxes), stopping.promise]);
      if (answers === 'stopped') return null;
      tries = 0;
      width = Math.min(BATCH_LIMIT, width * 2);
      answered();
      return answers;
    } catch (error) {
      const code = error instanceof CmsError ? error.code : undefined;
      if (code === 'rejected' || code === 'timeout') width = Math.ceil(batch.length / 2);
      if (code !== 'rejected') throw error;
      return batch.length > 1 ? null : [{ outcome: 'failed' }];
    }
  }

  async function settle(batch: readonly SpooledItem[], answers: readonly Answer[]): Promise<void> {
    const done: number[] = [];
    // All that is written is asked for in one turn, so it is one transaction.
    const writes: Promise<void>[] = [];
    for (const [index, { id, form, requestId, receivedAt, attempts }] of batch.entries()) {
      const answer = answers[index];
      if (answer === undefined) continue;
      const waitedMs = now() - Date.parse(receivedAt);
      if (answer.outcome !== 'failed') {
        done.push(id);
        log.info({ form, ...answer, requestId, waitedMs }, 'forwarded');
      } else if (attempts + 1 >= MOST_TRIES) {
        writes.push(spool.setAside(id));
        log.error({ form, requestId, attempts: attempts + 1 }, 'a submission was set aside');
      } else {
        writes.push(spool.pause(id, now() + pauseAfter(attempts + 1, ...pace.failed, random())));
        log.warn({ form, requestId, attempts: attempts + 1 }, 'a submission failed');
      }
    }
    await Promise.all([...writes, spool.remove(done)]);
  }

  async function tellAlarms(): Promise<void> {
    if (now() < alarmsAfter) return;
    for (const { id, form, requestId, receivedAt, attempts } of spool.unalarmed()) {
      const alarm: SpoolAlarm = { form, requestId, receivedAt, attempts };
      try {
        if ((await Promise.race([client.alarm(alarm), stopping.promise])) === 'stopped') return;
      } catch (error) {
        alarmsAfter = now() + pace.alarm;
        return log.warn({ err: error, requestId }, 'an alarm was not delivered');
      }
      await spool.alarmed(id);
    }
  }

  let running: Promise<void> | undefined;
  return {
    start(): void {
      running ??= run();
    },
    /** Something has been kept. */
    look(): void {
      if (idle) wake();
    },
    /** The CMS is back. */
    hurry(): void {
      tries = 0;
      wake();
    },
    /** Settles when nothing is written any more; another process may take the part. */
    async stop(): Promise<void> {
      stopped = true;
      stopping.resolve('stopped');
      wake();
      await running;
    },
  };
}
export type Forwarder = ReturnType<typeof createForwarder>;

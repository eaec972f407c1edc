import { isPassing, type SubmissionsClient } from '@passerelle/cms-client';
import type { Answer, Submission } from '@passerelle/contracts';
import { batchLength } from '../batches.ts';
import type { Breaker } from './breaker.ts';

/** Requests to the CMS at once: while one is decided, the next one is on its way. */
const REQUESTS = 2;
/** A visitor isn't kept waiting for the CMS longer than that, in milliseconds. */
const PATIENCE_MS = 3_000;

/** The CMS's word on a submission; it stays the same for its key. */
export type FinalAnswer = Exclude<Answer, { outcome: 'failed' }>;

interface Waiting {
  submission: Submission;
  /** In bytes. */
  size: number;
  /** Says what came of it; the first word counts. */
  settle(answer: FinalAnswer | null): void;
  settled: boolean;
}

interface HandOverParts {
  client: Pick<SubmissionsClient, 'submit'>;
  breaker: Breaker;
  /** Is told of requests that came to nothing. */
  failed: (error: unknown) => void;
  patienceMs?: number;
}

/**
 * Hands submissions over to the CMS, those that come together in one request: the first one goes at once, and while
 * requests are under way the next ones gather.
 */
export function createHandOver({ client, breaker, failed, patienceMs = PATIENCE_MS }: HandOverParts) {
  let waiting: Waiting[] = [];
  let planned = false;
  const underWay = new Set<Promise<void>>();

  function planSending(): void {
    if (planned) return;
    planned = true;
    // Not at once: those of the same turn go together.
    queueMicrotask(() => {
      planned = false;
      sendWhatWaits();
    });
  }

  function sendWhatWaits(): void {
    waiting = waiting.filter(({ settled }) => !settled);
    while (waiting.length > 0 && underWay.size < REQUESTS) {
      const batch = waiting.splice(0, batchLength(waiting.map(({ size }) => size)));
      const sending = send(batch).finally(() => {
        underWay.delete(sending);
        planSending();
      });
      underWay.add(sending);
    }
  }

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await client.submit(batch.map(({ submission }) => submission));
      breaker.answered();
      for (const [index, { settle }] of batch.entries()) settle(finalOf(answers[index]));
    } catch (error) {
      failed(error);
      giveUp(batch);
      if (!isPassing(error)) return;
      breaker.lost();
      giveUp(waiting);
    }
  }

  return {
    /** @returns null when it isn't known whether the CMS has taken it, or it hasn't: the same key has to be sent again. */
    submit(submission: Submission): Promise<FinalAnswer | null> {
      if (!breaker.mayPass()) return Promise.resolve(null);
      return new Promise((resolve) => {
        const late = setTimeout(() => {
          // Before anybody goes on: what the page asks for next must not wait for the CMS once more.
          breaker.lost();
          one.settle(null);
        }, patienceMs);
        const one: Waiting = {
          submission,
          size: Buffer.byteLength(JSON.stringify(submission)),
          settled: false,
          settle(answer) {
            clearTimeout(late);
            one.settled = true;
            resolve(answer);
          },
        };
        waiting.push(one);
        planSending();
      });
    },
    /** Settles when nothing waits and nothing is under way. */
    async drained(): Promise<void> {
      while (waiting.length > 0 || underWay.size > 0) {
        await Promise.all(underWay);
        await new Promise(setImmediate);
      }
    },
  };
}
export type HandOver = ReturnType<typeof createHandOver>;

function giveUp(batch: readonly Waiting[]): void {
  for (const { settle } of batch) settle(null);
}

const finalOf = (answer: Answer | undefined): FinalAnswer | null =>
  answer === undefined || answer.outcome === 'failed' ? null : answer;

import { setTimeout as pause } from 'node:timers/promises';
import { returnPathOf } from '../bounces/domain/return-path.ts';
import type { Delivery } from '../platform/mailer/domain/delivery.ts';
import { isOfAddress, scopeOf } from './domain/failure-scope.ts';
import type { IssueProblem } from './domain/issue.ts';
import { pauseAfter } from './domain/retry-times.ts';
import { afterFailure, afterTrouble, HEALTHY, isBroken } from './domain/server-health.ts';
import type { LeaseBatch, Ready } from './lease-batch.ts';
import type { OutcomeWriter } from './outcome-writer.ts';
import { createPace } from './pace.ts';
import type { SenderSettings } from './sender.ts';

interface SendingOptions
  extends Pick<
    SenderSettings,
    | 'pool'
    | 'from'
    | 'returnPath'
    | 'rates'
    | 'clock'
    | 'random'
    | 'holder'
    | 'connections'
    | 'leaseSeconds'
    | 'troubleMs'
  > {
  writer: OutcomeWriter;
  lease: LeaseBatch;
  /** Aborted when what is under way is no longer waited for. */
  signal: AbortSignal;
  isRunning(): boolean;
  stopAll(problem: IssueProblem): Promise<void>;
}

/** Mails taken up at a time, for each connection: fewer cost more statements. */
const AHEAD = 16;

/** A server that is left alone for longer than this isn't waited for: what was taken up is given back. */
const SHORT_WAIT_MS = 1000;

/** Sends all that is due, until nothing is. */
export function createSending(options: SendingOptions) {
  const { writer, clock, connections, returnPath = options.from.address } = options;
  /** Taken up, and not yet begun. */
  const queue: Ready[] = [];
  let leasing: Promise<void> | undefined;
  let health = HEALTHY;
  /** Domains whose turn isn't now, and until when. */
  const apart = new Map<string, number>();

  const now = () => clock().getTime();
  const takeTurn = createPace(options.rates);
  // No more than leave in a second: what is taken up keeps a smaller issue waiting.
  const wanted = Math.min(connections * AHEAD, Math.max(connections, options.rates.overall));

  async function leaseMore(): Promise<void> {
    for (const [domain, until] of apart) if (until <= now()) apart.delete(domain);
    const hold = { holder: options.holder, now: now(), leaseUntil: now() + options.leaseSeconds * 1000 };
    queue.push(...(await options.lease(hold, wanted, [...apart.keys()])));
  }

  /** The next delivery; more are taken up before there is none left. */
  async function next(): Promise<Ready | undefined> {
    if (!options.isRunning() || isBroken(health) || health.resumeAt - now() > SHORT_WAIT_MS) return undefined;
    if (queue.length <= wanted / 2) {
      leasing ??= leaseMore().finally(() => {
        leasing = undefined;
      });
      // The one who waits hears of a failure; the others' work goes on.
      if (queue.length === 0) await leasing;
      else leasing.catch(() => undefined);
    }
    return queue.shift();
  }

  async function work(): Promise<void> {
    for (let delivery = await next(); delivery !== undefined; delivery = await next()) {
      if (await comesUp(delivery)) await send(delivery);
    }
  }

  /** Waits for a delivery's turn. False when that is too far away, or sending ends: it has been given back. */
  async function comesUp(delivery: Ready): Promise<boolean> {
    while (options.isRunning()) {
      const rest = health.resumeAt - now();
      if (rest > 0) {
        if (rest > SHORT_WAIT_MS) return giveBack(delivery, now());
        await pause(rest);
        continue;
      }
      const turn = takeTurn(delivery.domain);
      if (turn.go) return true;
      if (turn.of === 'domain') {
        apart.set(delivery.domain, now() + turn.waitMs);
        return giveBack(delivery, now() + turn.waitMs);
      }
      await pause(turn.waitMs);
    }
    return giveBack(delivery, now());
  }

  function giveBack(delivery: Ready, nextAt: number): false {
    writer.settle(delivery, { kind: 'given back', reason: null, nextAt });
    return false;
  }

  function giveBackQueue(): void {
    for (const delivery of queue.splice(0)) giveBack(delivery, now());
  }

  async function send(delivery: Ready): Promise<void> {
    const { messageId, recipient, write } = delivery;
    let mayLeave = true;
    const outcome = await options.pool.deliver(
      {
        raw: write({ messageId, at: clock(), recipient }),
        envelope: { from: returnPathOf(returnPath, messageId), to: recipient.address },
        messageId,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      {
        signal: options.signal,
        async beforeContent() {
          mayLeave = false;
          await writer.mark(delivery);
          mayLeave = true;
        },
      },
    );
    // Its issue may have been paused, and then the others wait in vain too.
    if (mayLeave) await judge(delivery, outcome);
    else {
      giveBack(delivery, now());
      giveBackQueue();
    }
  }

  async function judge(delivery: Ready, outcome: Delivery): Promise<void> {
    if (outcome.verdict === 'sent') {
      health = HEALTHY;
      writer.settle(delivery, { kind: 'sent' });
      return;
    }
    const { verdict, reason } = outcome;
    const scope = scopeOf(reason);
    if (verdict === 'uncertain') {
      writer.settle(delivery, { kind: 'uncertain', reason });
      health = afterFailure(health);
      if (!options.signal.aborted) health = afterTrouble(health, now(), options.troubleMs);
    } else if (scope === 'authentication' || (scope === 'sender' && verdict === 'refused')) {
      giveBack(delivery, now());
      await stopAll(scope === 'sender' ? 'sender-refused' : 'authentication');
    } else if (scope === 'session' || scope === 'sender') {
      giveBack(delivery, now());
      if (!options.signal.aborted) health = afterTrouble(health, now(), options.troubleMs);
    } else if (verdict === 'refused') {
      writer.settle(delivery, { kind: 'failed', reason, isOfAddress: isOfAddress(reason) });
      health = afterFailure(health);
    } else postpone(delivery, reason);
    if (isBroken(health)) await stopAll('failures-in-a-row');
  }

  function postpone(delivery: Ready, reason: string): void {
    const rest = pauseAfter(delivery.attempts + 1, options.random());
    if (rest !== null) writer.settle(delivery, { kind: 'given back', reason, nextAt: now() + rest });
    else writer.settle(delivery, { kind: 'failed', reason: `given up: ${reason}`, isOfAddress: false });
  }

  async function stopAll(problem: IssueProblem): Promise<void> {
    giveBackQueue();
    await options.stopAll(problem);
  }

  async function workAll(): Promise<void> {
    const ended = await Promise.allSettled(Array.from({ length: connections }, work));
    // What was being taken up for those who have stopped must not be kept from others.
    await leasing?.catch(() => undefined);
    giveBackQueue();
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  return {
    async sendDue(): Promise<void> {
      // A person has looked meanwhile, or there is nothing to send.
      if (isBroken(health)) health = HEALTHY;
      for (;;) {
        await workAll();
        const turns = [...apart.values()].filter((at) => at > now());
        if (turns.length === 0 || !options.isRunning()) return;
        await writer.drain();
        await pause(Math.max(1, Math.min(...turns) - now()));
      }
    },
  };
}

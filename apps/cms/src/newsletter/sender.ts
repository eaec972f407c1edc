import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, Transaction } from '../platform/jobs/database.ts';
import type { Clock, Random } from '../platform/jobs/settings.ts';
import type { SmtpPool } from '../platform/mailer/adapters/smtp-pool.ts';
import type { Mailbox } from '../platform/mailer/domain/mailbox.ts';
import * as issues from './adapters/issue-rows.ts';
import type { IssueProblem } from './domain/issue.ts';
import type { OpenEdition } from './edition.ts';
import { createKeeping } from './keeping.ts';
import { createLeasing } from './lease-batch.ts';
import type { MessageIdOf } from './message-id.ts';
import { createOutcomeWriter } from './outcome-writer.ts';
import type { Rates } from './pace.ts';
import type { Readers } from './readers.ts';
import { createRounds } from './rounds.ts';
import { createSending } from './sending.ts';

/** What needs a person. No personal data. */
export type SenderAlarm = (alarm: {
  /** `stopped`: all sending was paused. `uncertain`: an issue has ended, with mails that may or may not have gone. */
  code: 'newsletter-stopped' | 'newsletter-uncertain' | 'newsletter-refused';
  issue: string;
  problem?: IssueProblem | undefined;
  at: Date;
}) => Promise<void>;

export interface SenderSettings {
  connection: Connection;
  readers: Readers;
  openEdition: OpenEdition;
  messageIdOf: MessageIdOf;
  pool: SmtpPool;
  from: Mailbox;
  /** The form of the address that reports come back to, where that isn't `from` (`bounces/domain/return-path.ts`). */
  returnPath?: string | undefined;
  /** An address that unsubscribes whoever writes to it, beside the link. */
  unsubscribeAddress?: string | undefined;
  rates: Rates;
  alarm: SenderAlarm;
  /** Told of an issue in the transaction in which it is finished. */
  onFinished?: (transaction: Transaction, issue: string) => Promise<void>;
  /** Is told what happens, by ids. Never an address or a word of a mail. */
  log: (level: 'info' | 'warn' | 'error', message: string, error?: unknown) => void;
  clock: Clock;
  random: Random;
  /** Of this process, among all that send: a UUID. */
  holder: string;
  /** Mails under way at a time: no more than the pool has connections. */
  connections: number;
  /** How long a process that has died keeps what it had. */
  leaseSeconds: number;
  /** How often to look for what is due. */
  pollSeconds: number;
  /** The first pause after the server could not be spoken to; later ones are longer. */
  troubleMs: number;
  /** How long `stop` waits for mails that are under way. */
  drainSeconds: number;
}

/** Sends what is approved, when it is due. Any number of processes may, over PostgreSQL; one over SQLite. */
export interface Sender {
  start(): void;
  /** Looks now rather than at the next round. */
  wake(): void;
  /** Takes nothing further, waits for what is under way, and gives back the rest. */
  stop(): Promise<void>;
}

export function createSender(settings: SenderSettings): Sender {
  const { connection, readers, holder, log } = settings;
  const controller = new AbortController();
  let running = true;
  const writer = createOutcomeWriter({
    connection,
    readers,
    holder,
    together: settings.connections,
    random: settings.random,
    async onError(error) {
      log('error', 'newsletter: outcomes could not be stored yet', error);
      await pause(500);
    },
  });
  const keeping = createKeeping(settings);
  const sending = createSending({
    ...settings,
    writer,
    lease: createLeasing({ connection, readers, source: settings }),
    signal: controller.signal,
    isRunning: () => running,
    stopAll,
  });

  /** Pauses every issue: what has gone wrong would go wrong for each reader. */
  async function stopAll(problem: IssueProblem): Promise<void> {
    const paused = await issues.pauseAll(connection, problem);
    for (const issue of paused) {
      log('error', `newsletter: issue ${issue} is paused: ${problem}`);
      await settings.alarm({ code: 'newsletter-stopped', issue, problem, at: settings.clock() });
    }
  }

  const rounds = {
    isRunning: () => running,
    pauseMs: settings.pollSeconds * 1000,
    onError: (error: unknown) => log('error', 'newsletter: a round of the sender failed', error),
  };
  const sendRounds = createRounds({
    ...rounds,
    async round() {
      await sending.sendDue();
      await writer.drain();
      await keeping.finish();
    },
  });
  // Beside the sending: a large issue takes long, and others must be ready to be sent meanwhile, the smallest first.
  const keepRounds = createRounds({
    ...rounds,
    async round() {
      await keeping.freeLost();
      await keeping.prepareDue();
      await keeping.finish();
      sendRounds.wake();
    },
  });

  const renewing = () =>
    keeping.renew().catch((error: unknown) => log('error', 'newsletter: renewing leases failed', error));
  let renewal: NodeJS.Timeout | undefined;

  return {
    start() {
      sendRounds.start();
      keepRounds.start();
      renewal ??= setInterval(renewing, (settings.leaseSeconds * 1000) / 3);
    },
    wake: keepRounds.wake,
    async stop() {
      running = false;
      const timer = setTimeout(() => controller.abort(), settings.drainSeconds * 1000);
      await Promise.all([keepRounds.stop(), sendRounds.stop()]);
      clearTimeout(timer);
      clearInterval(renewal);
    },
  };
}

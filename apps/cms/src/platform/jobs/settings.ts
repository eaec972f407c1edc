import type { Connection } from './database.ts';

/** The time now. */
export type Clock = () => Date;

/** A number from 0 up to but excluding 1. */
export type Random = () => number;

/** Is told what no caller is there to hear, such as a failed attempt. Job payloads are never part of it. */
export type JobLog = (level: 'info' | 'warn' | 'error', message: string, error?: unknown) => void;

/** How a failed attempt is told that is not the last: the first ones are what retries are for. */
export const levelOfAttempt = (attempt: number): 'info' | 'warn' => (attempt < 3 ? 'info' : 'warn');

export interface RetryPolicy {
  /** Runs before a job is given up as a dead letter. */
  attempts: number;
  /** Whole seconds, 1 or more. */
  baseSeconds: number;
  maxSeconds: number;
}

export interface JobsSettings {
  connection: Connection;
  clock: Clock;
  random: Random;
  log: JobLog;
  retry: RetryPolicy;
  /** How long a running job stays its process's without a sign of life. PostgreSQL: 10 or more. */
  leaseSeconds: number;
  /** How often to look for work nobody told of. PostgreSQL: 0.5 or more. */
  pollSeconds: number;
  /** Jobs of one name running at a time in one process. */
  concurrency: number;
  /** How long `stop` waits for running jobs. */
  drainSeconds: number;
  /** One run may last this long; then it has failed. */
  timeLimitSeconds: number;
  /** Waited for before a job is begun: what goes first goes then. SQLite only, where both share one connection. */
  giveWay: () => Promise<void>;
}

export const DEFAULT_SETTINGS = {
  clock: () => new Date(),
  random: Math.random,
  retry: { attempts: 12, baseSeconds: 1, maxSeconds: 900 },
  leaseSeconds: 30,
  pollSeconds: 1,
  concurrency: 4,
  drainSeconds: 10,
  timeLimitSeconds: 900,
  giveWay: async () => undefined,
} satisfies Omit<JobsSettings, 'connection' | 'log'>;

/** How long dead letters are kept. */
export const DEAD_LETTER_DAYS = 90;

/** Most dead letters read at once. */
export const DEAD_LETTER_LIMIT = 1000;

/**
 * The pause after a failed attempt in seconds, between half and all of base · 2^attempt, `maxSeconds` at most:
 * the curve pg-boss follows, so that both adapters wait alike.
 */
export function retryDelay(policy: RetryPolicy, attempt: number, random: Random): number {
  const full = policy.baseSeconds * 2 ** Math.min(16, attempt);
  return Math.min(policy.maxSeconds, full / 2 + (full / 2) * random());
}

/** What is kept of an error: its name and message, without the values it may carry. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 4000);
}

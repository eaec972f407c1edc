import { troublePause } from './retry-times.ts';

/** After so many in a row that failed or are uncertain, without one that was taken, it isn't the readers. */
const FAILURES_IN_A_ROW = 25;

/** What sending has shown of the server. */
export interface ServerHealth {
  /** Nothing is sent before; milliseconds since 1970. */
  resumeAt: number;
  /** Times in a row that it could not be spoken to. */
  troubles: number;
  /** Mails in a row that were refused or are uncertain. */
  failures: number;
}

export const HEALTHY: ServerHealth = { resumeAt: 0, troubles: 0, failures: 0 };

/** It could not be spoken to. Connections that break together are one trouble. */
export function afterTrouble(health: ServerHealth, now: number, baseMs: number): ServerHealth {
  if (now < health.resumeAt) return health;
  const troubles = health.troubles + 1;
  return { ...health, troubles, resumeAt: now + troublePause(troubles, baseMs) };
}

/** One reader's mail has failed, or nobody knows. */
export const afterFailure = (health: ServerHealth): ServerHealth => ({
  ...health,
  failures: health.failures + 1,
});

/** Whether a person must look before more is tried. */
export const isBroken = ({ failures }: ServerHealth): boolean => failures >= FAILURES_IN_A_ROW;

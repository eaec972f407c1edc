import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../jobs/settings.ts';

/** PostgreSQL broke a transaction off for another's sake: serialization failure, deadlock. It may be run again. */
const BROKEN_OFF = new Set(['40001', '40P01']);

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;

/**
 * Runs a transaction, and again from its beginning when PostgreSQL has broken it off for another's sake: five times
 * at most, with growing pauses of which `random` decides.
 */
export async function withRetries<T>(transaction: () => Promise<T>, random: Random): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !wasBrokenOff(error)) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random() / 2));
    }
  }
}

/** Looks at the error and at what caused it. */
function wasBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && BROKEN_OFF.has(code)) || wasBrokenOff(error.cause);
}

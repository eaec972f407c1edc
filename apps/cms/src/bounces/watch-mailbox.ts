import type { Core } from '@strapi/strapi';
import type { Alarm } from '../platform/alarm.ts';
import type { Clock } from '../platform/jobs/settings.ts';
import { endTrouble, noteTrouble, tellTrouble } from './adapters/trouble-rows.ts';

/** How long reports may be out of reach before a person is told: servers are mended overnight. */
const PATIENCE_MS = 86_400_000;

/** Longer no code of an alarm may be. */
const PROBLEM_LENGTH = 64;

export interface WatchSetting {
  strapi: Core.Strapi;
  clock: Clock;
  /** Within a transaction of Strapi's it becomes part of that. */
  alarm: (alarm: Alarm) => Promise<void>;
}

/**
 * Watches whether the mailbox of reports can be reached. A person is told once of a time in which it can't, after a day of
 * trying: while nobody reads reports, mail goes on to addresses that don't take it.
 */
export function createMailboxWatch({ strapi, clock, alarm }: WatchSetting) {
  return {
    reached: () => endTrouble(strapi.db.connection, 'mailbox'),

    async failed(error: unknown): Promise<void> {
      const at = clock();
      await strapi.db.transaction(async ({ trx }) => {
        const since = await noteTrouble(trx, 'mailbox', at.getTime());
        if (at.getTime() - since < PATIENCE_MS || !(await tellTrouble(trx, 'mailbox', at.getTime()))) return;
        await alarm({
          code: 'reports-unreachable',
          at: at.toISOString(),
          problem: problemOf(error).slice(0, PROBLEM_LENGTH),
        });
      });
    },
  };
}

/** What went wrong, as a code such as `ECONNREFUSED`. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('authenticationFailed' in error) return 'authentication';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

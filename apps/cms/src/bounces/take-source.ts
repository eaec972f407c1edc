import { withRetries } from '../platform/database/retries.ts';
import type { Random } from '../platform/jobs/settings.ts';
import type { BounceSource } from './adapters/bounce-rows.ts';
import type { Report } from './domain/report.ts';
import { readReport } from './read-report.ts';
import { type ReportSetting, type Taken, takeReport } from './take-report.ts';

export interface SourceSetting extends ReportSetting {
  random: Random;
  /** The form of the address that reports come back to; null when it carries nothing. */
  returnPath: string | null;
}

/** Takes a mail that may be a report. Resolves once what it says is stored; rejects when it couldn't be. */
export type TakeSource = (source: Uint8Array) => Promise<void>;

/** Takes one report in a transaction of its own. */
function takeAlone(setting: SourceSetting, report: Report, source: BounceSource): Promise<Taken> {
  return withRetries(
    async () => await setting.strapi.db.transaction(({ trx }) => takeReport(setting, trx, report, source)),
    setting.random,
  );
}

/**
 * Takes mails from a source, and counts what came of them. `no-report`: the mail was none.
 */
export function createTaking(setting: SourceSetting, source: BounceSource) {
  const counts = new Map<Taken | 'no-report', number>();
  const take: TakeSource = async (mail) => {
    const report = await readReport(mail, setting.returnPath);
    const outcome = report === null ? 'no-report' : await takeAlone(setting, report, source);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  };
  return { take, counts };
}

import type { NewsletterSetting } from '../api/subscriber/adapters/newsletter-setting.ts';
import { lockSubscriber } from '../api/subscriber/adapters/subscriber-rows.ts';
import { suppressReported } from '../api/subscriber/adapters/suppress-reported.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import { type BounceSource, countSoft, findLeftMail, insertBounce } from './adapters/bounce-rows.ts';
import { type Report, verdictOf } from './domain/report.ts';

/** How many mails in how many days may come to nothing before an address isn't written to any more. */
export interface SoftLimit {
  count: number;
  days: number;
}

export interface ReportSetting extends Pick<NewsletterSetting, 'strapi' | 'records' | 'clock'> {
  /** What `Message-ID`s of issues end with. */
  messageIdHost: string;
  softLimit: SoftLimit;
}

/**
 * What came of a report. `unknown`: it is about no mail of ours. `of-another`: about none to the reader it was sent to.
 * `gone`: the reader is. `again`: known before. None of these changes anything.
 */
export type Taken = 'hard' | 'soft' | 'complaint' | 'unknown' | 'of-another' | 'gone' | 'again';

const DAY_MS = 86_400_000;

/** More than this no report names; the rest isn't looked for. */
const IDS_LIMIT = 50;

/**
 * Takes a report about a mail to a reader. What entitles to it is the mail's `Message-ID`, which nobody can make but us:
 * whoever knows it had the mail.
 */
export async function takeReport(
  setting: ReportSetting,
  trx: Transaction,
  report: Report,
  source: BounceSource,
): Promise<Taken> {
  const named = report.token === null ? [] : [`<${report.token}@${setting.messageIdHost}>`];
  const mail = await findLeftMail(trx, [...named, ...report.messageIds.slice(0, IDS_LIMIT)]);
  if (mail === null) return 'unknown';
  const { issue, messageId } = mail;
  const reader = await lockSubscriber(trx, { id: mail.reader });
  if (reader === null) return 'gone';
  const isReader = (address: string) => setting.records.blindIndex('email', address) === reader.emailIndex;
  const verdict = verdictOf(report, isReader);
  if (verdict === null) return 'of-another';

  const at = setting.clock();
  const { kind, status } = verdict;
  const bounce = { messageId, kind, reader: reader.id, status, source, at: at.getTime() };
  if (!(await insertBounce(trx, bounce))) return 'again';
  const since = at.getTime() - setting.softLimit.days * DAY_MS;
  const suppressed = kind !== 'soft' || (await countSoft(trx, reader.id, since)) >= setting.softLimit.count;
  const detail = JSON.stringify({ status, source, suppressed });
  await recordAudit(trx, { at, actor: null, action: `newsletter-bounce-${kind}`, subject: issue, detail });
  // Last: it adds to the ledger of consent.
  if (suppressed) {
    const reason = kind === 'complaint' ? 'complained' : 'bounced';
    await suppressReported(setting, trx, reader, { reason, at: at.getTime() });
  }
  return kind;
}

import type { NewsletterSetting } from '../api/subscriber/adapters/newsletter-setting.ts';
import { lockSubscriber, noteIssue } from '../api/subscriber/adapters/subscriber-rows.ts';
import { suppressReported } from '../api/subscriber/adapters/suppress-reported.ts';
import { readIssue } from '../newsletter/adapters/issue-rows.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import {
  type BounceSource,
  countSoft,
  findLeftMail,
  insertBounce,
  type LeftMail,
  settleLeftMail,
} from './adapters/bounce-rows.ts';
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
 * What came of a report. `receipt`: nobody knew before whether the mail had gone. `unknown`: it is about no mail of ours.
 * `of-another`: about none to the reader it was sent to. `gone`: the reader is. `again`: known before. None of these four
 * changes anything.
 */
export type Taken = 'hard' | 'soft' | 'complaint' | 'receipt' | 'unknown' | 'of-another' | 'gone' | 'again';

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
  if (kind === 'receipt') {
    if (!(await settleLeftMail(trx, mail, 'sent'))) return 'again';
    const detail = JSON.stringify({ source });
    await recordAudit(trx, { at, actor: null, action: 'newsletter-receipt', subject: issue, detail });
    return kind;
  }
  const bounce = { messageId, kind, reader: reader.id, status, source, at: at.getTime() };
  if (!(await insertBounce(trx, bounce))) return 'again';
  await settle(trx, mail, kind);
  // Whoever confirmed since had that mail: what came back before says nothing any more.
  const since = Math.max(at.getTime() - setting.softLimit.days * DAY_MS, reader.confirmedAt ?? 0);
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

/** Whoever complains has the mail; else it came back. Whose sending was under way counts as told, as by the sender. */
async function settle(trx: Transaction, mail: LeftMail, kind: 'hard' | 'soft' | 'complaint'): Promise<void> {
  await settleLeftMail(trx, mail, kind === 'complaint' ? 'sent' : 'bounced');
  if (kind === 'complaint' || mail.state !== 'sending') return;
  const until = (await readIssue(trx, mail.issue))?.until;
  if (until) await noteIssue(trx, [mail.reader], until.getTime());
}

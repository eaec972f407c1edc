import type { Answer, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import { openTime } from '../domain/business-time.ts';
import { firstDue } from '../domain/due.ts';
import { announceCreated } from './announce.ts';
import { askForNewsletter, recordConsents } from './consents.ts';
import { insertEvent } from './event-rows.ts';
import { openInquiry, recordOf } from './inquiry-content.ts';
import { receivedWhen, tokenHash } from './inquiry-handler.ts';
import { changeInquiry, type InquiryRow, lockInquiry } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';
import { askToNotify } from './staff-notice.ts';
import { mailReceipt } from './visitor-mails.ts';

/** Takes the confirmation of inquiries by the link that was mailed. Confirmed twice, it is one confirmation. */
export function createConfirmHandler(setting: InquirySetting): FormHandler<'inquiry-confirm', Transaction> {
  return async (submissions, transaction) => {
    const answers: Answer[] = [];
    for (const submission of submissions) answers.push(await confirm(setting, transaction, submission));
    return answers;
  };
}

async function confirm(
  setting: InquirySetting,
  transaction: Transaction,
  { body, receivedAt }: SubmissionOf<'inquiry-confirm'>,
): Promise<Answer> {
  const at = receivedWhen(receivedAt, setting.clock());
  const row = await lockInquiry(transaction, { confirm_hash: tokenHash(body.token) });
  if (row === null) return { outcome: 'refused', code: 'unknown-subject' };
  const { reference, status } = row.state;
  if (status !== 'unconfirmed') return { outcome: 'accepted', reference };
  if (row.confirmUntil === null || at.getTime() > row.confirmUntil) {
    return { outcome: 'refused', code: 'expired' };
  }
  await takeConfirmed(setting, transaction, row, at);
  return { outcome: 'accepted', reference };
}

/** Nothing is done where somebody else has just led it on: it is confirmed all the same. */
async function takeConfirmed(
  setting: InquirySetting,
  transaction: Transaction,
  row: InquiryRow,
  at: Date,
): Promise<void> {
  const { records, newId } = setting;
  const { id, reference, language, status } = row.state;
  const { calendar, responseDays } = await setting.readSetting();
  const due = {
    ...firstDue(calendar, at.getTime(), responseDays),
    // Until then the visitor was waited for.
    paused: openTime(calendar, row.state.receivedAt, at.getTime()),
  };
  if (!(await changeInquiry(transaction, row.state, { status: 'new', due }, at.getTime()))) return;
  const { seal, open } = await recordOf(records, row);
  const { email, details } = await openInquiry(open, row);
  const event = { id: newId(), inquiry: id, at: at.getTime(), actor: null } as const;
  await insertEvent(transaction, seal, { ...event, kind: 'confirmed', from: status, to: 'new' });
  await mailReceipt(setting, transaction, { id, reference, email, language, seal }, responseDays);
  await askToNotify(setting, transaction, id);
  await announceCreated(setting, transaction, row.state, at.getTime());
  const { consents, notice, page, formVersion } = details;
  const given = { email, consents, notice, page, formVersion, locale: language, at };
  await recordConsents(setting, transaction, given, 'confirmed');
  await askForNewsletter(setting, transaction, given);
}

import { type Answer, inquiryResumePath, type SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { MailRefused } from '../../../platform/mailer/domain/mail-refused.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import { countDraftLinks, insertDraftLink } from './draft-link-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';

/** Nobody is to be mailed without end by whoever types an address: so many links go to one in a day. */
const MOST_MAILED = 3;
export const DRAFT_LINKS_KEPT_MS = 86_400_000;

/** Mails the link by which a visitor goes on with a draft. The draft is the web server's: nothing of it comes here. */
export function createContinueHandler(setting: InquirySetting): FormHandler<'inquiry-continue', Transaction> {
  return async (submissions, transaction) => {
    for (const submission of submissions) await mailLink(setting, transaction, submission);
    // The same whoever asked, and however often.
    return submissions.map((): Answer => ({ outcome: 'accepted' }));
  };
}

async function mailLink(
  { records, clock, newId, sendMail, siteUrl }: InquirySetting,
  transaction: Transaction,
  { body, locale }: SubmissionOf<'inquiry-continue'>,
): Promise<void> {
  const at = clock().getTime();
  const emailIndex = records.blindIndex('email', body.email);
  if ((await countDraftLinks(transaction, emailIndex, at - DRAFT_LINKS_KEPT_MS)) >= MOST_MAILED) return;
  await insertDraftLink(transaction, { id: newId(), emailIndex, at });
  try {
    await sendMail(transaction, {
      to: { name: '', address: body.email },
      template: 'inquiry-continue',
      locale,
      data: { url: `${siteUrl}${inquiryResumePath(locale)}?token=${body.token}` },
    });
  } catch (error) {
    // The page has told where a mail goes: an address that none can be sent to is mended there.
    if (!(error instanceof MailRefused)) throw error;
  }
}

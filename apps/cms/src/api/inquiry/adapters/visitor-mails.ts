import { inquiryConfirmPath, type Locale } from '@passerelle/contracts';
import type { SealField } from '../../../platform/crypto/personal-records.ts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { MailRefused } from '../../../platform/mailer/domain/mail-refused.ts';
import type { Mail } from '../../../platform/mailer/mail.ts';
import { insertEvent } from './event-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';

/** To whom, about what. */
export interface Correspondence {
  id: string;
  reference: string;
  email: string;
  language: Locale;
  seal: SealField;
}

/** Tells the visitor that the inquiry has come. Told twice, it is one mail. */
export function mailReceipt(
  setting: InquirySetting,
  transaction: Transaction,
  about: Correspondence,
  days: number,
): Promise<boolean> {
  return mail(setting, transaction, about, {
    template: 'inquiry-received',
    data: { reference: about.reference, days },
    key: `inquiry received ${about.id}`,
  });
}

/** Asks the visitor to confirm the inquiry. */
export function mailConfirmation(
  setting: InquirySetting,
  transaction: Transaction,
  about: Correspondence,
  token: string,
): Promise<boolean> {
  const url = `${setting.siteUrl}${inquiryConfirmPath(about.language)}?token=${token}`;
  return mail(setting, transaction, about, { template: 'inquiry-confirm', data: { url } });
}

/**
 * Puts a mail to a visitor into the outbox. An address that no mail can be sent to is written down: a person may
 * telephone.
 *
 * @returns whether it will be sent.
 */
export async function mail(
  { sendMail, clock, newId }: InquirySetting,
  transaction: Transaction,
  { id, email, language, seal }: Correspondence,
  content: Pick<Mail, 'template' | 'data' | 'key'>,
): Promise<boolean> {
  try {
    await sendMail(transaction, { to: { name: '', address: email }, locale: language, ...content });
    return true;
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    const event = { id: newId(), inquiry: id, at: clock().getTime(), actor: null };
    await insertEvent(transaction, seal, { ...event, kind: 'mail-refused' });
    return false;
  }
}

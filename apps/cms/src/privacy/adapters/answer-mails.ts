import { personBundlePath } from '@passerelle/contracts';
import type { Transaction } from '../../platform/jobs/database.ts';
import type { JobPayload } from '../../platform/jobs/jobs.ts';
import { MailRefused } from '../../platform/mailer/domain/mail-refused.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import type { PersonRequestRow } from './request-rows.ts';

type Mails = Pick<PrivacySetting, 'sendMail' | 'siteUrl'>;
type About = Pick<PersonRequestRow, 'reference' | 'kind' | 'language'>;

const iso = (instant: number) => new Date(instant).toISOString();

/** Says that a request is in the register, under which reference, and until when it is answered. */
export const tellReceived = (
  mails: Mails,
  transaction: Transaction,
  request: About & { dueAt: number },
  email: string,
): Promise<void> =>
  tell(mails, transaction, request, email, 'person-request-received', { due: iso(request.dueAt) });

/** Says until when a request was put off, and why. */
export const tellExtended = (
  mails: Mails,
  transaction: Transaction,
  request: About,
  email: string,
  { dueAt, reason }: { dueAt: number; reason: string },
): Promise<void> =>
  tell(mails, transaction, request, email, 'person-request-extended', { due: iso(dueAt), reason });

/** Answers a request; with the way to what is kept of the person, where that was asked for. */
export function tellAnswered(
  mails: Mails,
  transaction: Transaction,
  request: About,
  email: string,
  { answer, token }: { answer: string; token: string | null },
): Promise<void> {
  const { siteUrl } = mails;
  const url = token === null ? null : `${siteUrl}${personBundlePath(request.language, token)}`;
  return tell(mails, transaction, request, email, 'person-request-answered', { answer, url });
}

/** Says on which provision of the law and why a request is refused, and where to turn. */
export const tellRefused = (
  mails: Mails,
  transaction: Transaction,
  request: About,
  email: string,
  { provision, reason }: { provision: string; reason: string },
): Promise<void> => tell(mails, transaction, request, email, 'person-request-refused', { provision, reason });

/** Says that everything was erased. The mailer forgets what this mail said and to whom once it has gone. */
export const tellErased = (
  mails: Mails,
  transaction: Transaction,
  request: About,
  email: string,
): Promise<void> => tell(mails, transaction, request, email, 'person-request-erased', {});

/** An address that no mail can be sent to keeps nobody from answering in another way. */
async function tell(
  { sendMail }: Mails,
  transaction: Transaction,
  { reference, kind, language }: About,
  email: string,
  template: string,
  data: JobPayload,
): Promise<void> {
  try {
    await sendMail(transaction, {
      to: { name: '', address: email },
      template,
      locale: language,
      data: { reference, kind, ...data },
    });
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}

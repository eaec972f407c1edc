import type { Answer, FormName, RefusalCode, Submission, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';

/** When something was sent, and when it is decided, in milliseconds: what waited for the CMS was sent earlier. */
export interface Times {
  sentAt: number;
  now: number;
}

type Decide<F extends FormName> = (
  setting: NewsletterSetting,
  transaction: Transaction,
  submission: SubmissionOf<F>,
  times: Times,
) => Promise<RefusalCode | null>;

/** When a submission was sent, which isn't later than now, whatever the sender's clock, and now. */
export function timesOf(
  { clock }: Pick<NewsletterSetting, 'clock'>,
  { receivedAt }: Pick<Submission, 'receivedAt'>,
): Times {
  const now = clock().getTime();
  return { sentAt: Math.min(Date.parse(receivedAt), now), now };
}

/** A handler that decides the submissions of a form one after the other. @param decide gives null for what is taken. */
export function oneByOne<F extends FormName>(
  setting: NewsletterSetting,
  decide: Decide<F>,
): FormHandler<F, Transaction> {
  return async (submissions, transaction) => {
    const answers: Answer[] = [];
    for (const submission of submissions) {
      const code = await decide(setting, transaction, submission, timesOf(setting, submission));
      answers.push(code === null ? { outcome: 'accepted' } : { outcome: 'refused', code });
    }
    return answers;
  };
}

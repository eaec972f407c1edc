import { hash } from 'node:crypto';
import { type Answer, personRequestConfirmPath, type SubmissionOf } from '@passerelle/contracts';
import { drawReference } from '../../api/inquiry/domain/reference.ts';
import type { FormHandler } from '../../api/submission/domain/form-handler.ts';
import type { Transaction } from '../../platform/jobs/database.ts';
import { MailRefused } from '../../platform/mailer/domain/mail-refused.ts';
import { CONFIRM_MS, dueAfter, ONE_DAY_MS } from '../domain/clock.ts';
import { tellReceived } from './answer-mails.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { openRequestContent, sealRequest } from './request-content.ts';
import { askToNotify } from './request-notice.ts';
import { countWaiting, insertRequest, openRequest, readRequest } from './request-rows.ts';

const tokenHash = (token: string): string => hash('sha256', token);

/** Links that are mailed to an address in a day that nobody follows: more would be somebody's mischief. */
const MOST_WAITING = 3;
/** Of 900 million references one that is taken is drawn again; five times in a row is no chance. */
const DRAWS = 5;

/** Takes requests of persons: each gets a mail that asks whether the address is theirs, and nothing else. */
export function createRequestHandler(setting: PrivacySetting): FormHandler<'person-request', Transaction> {
  return async (submissions, transaction) => {
    for (const submission of submissions) await take(setting, transaction, submission);
    // The same whoever asked, and whatever is kept of them.
    return submissions.map((): Answer => ({ outcome: 'accepted' }));
  };
}

async function take(
  setting: PrivacySetting,
  transaction: Transaction,
  { body, locale, receivedAt }: SubmissionOf<'person-request'>,
): Promise<void> {
  const { records, clock, newId, newToken, randomInt, sendMail, siteUrl } = setting;
  const at = Math.min(Date.parse(receivedAt), clock().getTime());
  const emailIndex = records.blindIndex('email', body.email);
  if ((await countWaiting(transaction, emailIndex, at - ONE_DAY_MS)) >= MOST_WAITING) return;
  const id = newId();
  const token = newToken();
  const request = {
    ...{ id, kind: body.kind, language: locale, receivedAt: at, dueAt: dueAfter(at), emailIndex },
    confirmHash: tokenHash(token),
    confirmUntil: at + CONFIRM_MS,
    ...(await sealRequest(records, id, body)),
  };
  for (let draw = 1; ; draw += 1) {
    if (await insertRequest(transaction, request, drawReference(randomInt))) break;
    if (draw === DRAWS) throw new Error('No reference was free');
  }
  try {
    await sendMail(transaction, {
      to: { name: '', address: body.email },
      template: 'person-request-confirm',
      locale,
      data: { kind: body.kind, url: `${siteUrl}${personRequestConfirmPath(locale, token)}` },
    });
  } catch (error) {
    // An address that can't be mailed to is never confirmed: the request is forgotten by itself.
    if (!(error instanceof MailRefused)) throw error;
  }
}

/** Takes the confirmation by the link that was mailed. Confirmed twice, it is one confirmation. */
export function createRequestConfirmHandler(
  setting: PrivacySetting,
): FormHandler<'person-request-confirm', Transaction> {
  return async (submissions, transaction) => {
    const answers: Answer[] = [];
    for (const submission of submissions) answers.push(await confirm(setting, transaction, submission));
    return answers;
  };
}

async function confirm(
  setting: PrivacySetting,
  transaction: Transaction,
  { body, receivedAt }: SubmissionOf<'person-request-confirm'>,
): Promise<Answer> {
  const at = Math.min(Date.parse(receivedAt), setting.clock().getTime());
  const row = await readRequest(transaction, { confirm_hash: tokenHash(body.token) }, { lock: true });
  if (row === null) return { outcome: 'refused', code: 'unknown-subject' };
  const { id, reference, status, confirmUntil } = row;
  if (status !== 'unconfirmed') return { outcome: 'accepted', reference };
  if (confirmUntil === null || at > confirmUntil) return { outcome: 'refused', code: 'expired' };
  await openRequest(transaction, id);
  const content = await openRequestContent(setting.records, row);
  if (content !== null) await tellReceived(setting, transaction, row, content.email);
  await askToNotify(setting, transaction, id);
  return { outcome: 'accepted', reference };
}

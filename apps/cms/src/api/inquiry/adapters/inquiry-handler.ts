import { hash } from 'node:crypto';
import type { Answer, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import { dayOf } from '../domain/business-time.ts';
import type { DeskSetting } from '../domain/desk-setting.ts';
import { firstDue, firstPriority } from '../domain/due.ts';
import { drawReference } from '../domain/reference.ts';
import { suspicionsOf } from '../domain/suspicions.ts';
import { announceCreated } from './announce.ts';
import { askForNewsletter, recordConsents } from './consents.ts';
import { insertEvent } from './event-rows.ts';
import { sealInquiry } from './inquiry-content.ts';
import { countUnconfirmed } from './inquiry-rows.ts';
import type { InquirySetting } from './inquiry-setting.ts';
import { indexName } from './name-index.ts';
import { insertInquiry, type NewInquiry } from './new-inquiry.ts';
import { askToNotify } from './staff-notice.ts';
import { mailConfirmation, mailReceipt } from './visitor-mails.ts';

type InquirySubmission = SubmissionOf<'inquiry'>;

/** How long a link that confirms is good. */
const CONFIRM_MS = 48 * 3_600_000;

/** Nobody is to be mailed without end by whoever types an address: so many in a day are asked to confirm. */
const MOST_ASKED = 3;
const DAY_MS = 86_400_000;

/** A secret as it is stored. */
export const tokenHash = (token: string): string => hash('sha256', token);

/** Takes inquiries: each one record, whatever is said of it later, with its mails and consents. */
export function createInquiryHandler(setting: InquirySetting): FormHandler<'inquiry', Transaction> {
  const { clock } = setting;
  return async (submissions, transaction) => {
    const desk = await setting.readSetting();
    const answers: Answer[] = [];
    for (const submission of submissions) {
      answers.push({ outcome: 'accepted', reference: await take(setting, desk, transaction, submission) });
    }
    // The ledger keeps others waiting until the transaction ends.
    for (const { body, locale, receivedAt, proven } of submissions) {
      const { email, consents, notice, page, formVersion } = body;
      const at = receivedWhen(receivedAt, clock());
      const given = { email, consents, notice, page, formVersion, locale, at };
      await recordConsents(setting, transaction, given, proven ? 'given' : 'asked');
      // Nobody is mailed for what may be spam, nor twice to confirm one address.
      if (proven && suspicionsOf(body).length === 0) await askForNewsletter(setting, transaction, given);
    }
    return answers;
  };
}

/** When the visitor sent it; not after now, whatever the web server's clock says. */
export function receivedWhen(receivedAt: string, now: Date): Date {
  return new Date(Math.min(Date.parse(receivedAt), now.getTime()));
}

async function take(
  setting: InquirySetting,
  desk: DeskSetting,
  transaction: Transaction,
  { body, locale, receivedAt, proven }: InquirySubmission,
): Promise<string> {
  const { records, clock, newId, newToken } = setting;
  const id = newId();
  const at = receivedWhen(receivedAt, clock()).getTime();
  const { seal, sealed, wrappedKey, kid } = await sealInquiry(records, id, body);
  const suspicions = suspicionsOf(body);
  const status = !proven ? 'unconfirmed' : suspicions.length > 0 ? 'spam' : 'new';
  const token = newToken();
  const reference = await insertWithReference(setting, transaction, {
    id,
    status,
    priority: firstPriority(body.deadline, dayOf(desk.calendar, at)),
    language: locale,
    programme: null,
    suspicions,
    receivedAt: at,
    dueAt: status === 'new' ? firstDue(desk.calendar, at, desk.responseDays).dueAt : null,
    confirm: proven ? null : { hash: tokenHash(token), until: at + CONFIRM_MS },
    wrappedKey,
    kid,
    emailIndex: records.blindIndex('email', body.email),
    telephoneIndex: body.telephone === null ? null : records.blindIndex('telephone', body.telephone),
    sealed,
  });
  await indexName(transaction, records, id, body.name);
  const received = { id: newId(), inquiry: id, at, actor: null, kind: 'received', to: status } as const;
  await insertEvent(transaction, seal, received);
  const about = { id, reference, email: body.email, language: locale, seal };
  if (status === 'unconfirmed') {
    const asked = await countUnconfirmed(transaction, records.blindIndex('email', body.email), at - DAY_MS);
    if (asked <= MOST_ASKED) await mailConfirmation(setting, transaction, about, token);
    else await insertEvent(transaction, seal, { ...received, id: newId(), kind: 'mail-withheld' });
  }
  if (status === 'new') {
    await mailReceipt(setting, transaction, about, desk.responseDays);
    await askToNotify(setting, transaction, id);
    const created = { reference, language: locale, programme: null, receivedAt: at };
    await announceCreated(setting, transaction, created, at);
  }
  return reference;
}

/** Of 900 million references one that is taken is drawn again; five times in a row is no chance. */
const DRAWS = 5;

async function insertWithReference(
  { randomInt }: InquirySetting,
  transaction: Transaction,
  inquiry: NewInquiry,
): Promise<string> {
  for (let draw = 1; draw <= DRAWS; draw += 1) {
    const reference = drawReference(randomInt);
    if (await insertInquiry(transaction, inquiry, reference)) return reference;
  }
  throw new Error('No reference was free');
}

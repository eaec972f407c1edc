import { type PersonBundle, personBundleSchema } from '@passerelle/contracts';
import { readEvents } from '../../api/inquiry/adapters/event-rows.ts';
import { openInquiry, recordOf } from '../../api/inquiry/adapters/inquiry-content.ts';
import { type InquiryRow, readInquiriesOf } from '../../api/inquiry/adapters/inquiry-rows.ts';
import { readReplies } from '../../api/inquiry/adapters/reply-rows.ts';
import { openReader } from '../../api/subscriber/adapters/sealed-reader.ts';
import { readSubscriberOf } from '../../api/subscriber/adapters/subscriber-rows.ts';
import { statusAt } from '../../api/subscriber/domain/subscriber.ts';
import { consentOf } from '../../consent/ledger.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Transaction } from '../../platform/jobs/database.ts';
import { withoutLinks } from '../domain/without-links.ts';
import { mailsTo } from './person-mails.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { openRequestContent } from './request-content.ts';
import { readRequestsOf } from './request-rows.ts';

/** Who takes a person's data away, and why. */
export interface Gathering {
  email: string;
  actor: string | null;
  /** Nothing of the person. */
  reason: string;
  /** A request's reference; null where there was none. */
  reference: string | null;
}

const instant = (at: number) => new Date(at).toISOString();
const maybe = (at: number | null) => (at === null ? null : instant(at));

/** Everything that can be found by an address. That it was read is on record first. */
export async function gatherBundle(
  setting: PrivacySetting,
  { email, actor, reason, reference }: Gathering,
): Promise<PersonBundle> {
  const { strapi, records, clock } = setting;
  const at = clock();
  const emailIndex = records.blindIndex('email', email);
  const mails = await mailsTo(setting, strapi.db.connection, email);
  return strapi.db.transaction(async ({ trx }) => {
    const rows = await readInquiriesOf(trx, emailIndex);
    const references = rows.map(({ state }) => state.reference);
    const subject = reference === null ? 'person-bundle' : `person-request/${reference}`;
    const detail = JSON.stringify({ references, reason });
    await recordAudit(trx, { at, actor, action: 'person-bundled', subject, detail });
    const inquiries: PersonBundle['inquiries'] = [];
    for (const row of rows) inquiries.push(await bundledInquiry(setting, trx, row));
    const consents = await consentOf(strapi, email, trx);
    return personBundleSchema.parse({
      format: 'passerelle-person-bundle 1',
      at: at.toISOString(),
      email,
      inquiries,
      newsletter: await newsletterOf(setting, trx, emailIndex),
      consents: consents.map(({ kind, purpose, wording, locale, page, at: then }) => ({
        ...{ kind, purpose, wording, locale, page },
        at: then.toISOString(),
      })),
      requests: await requestsOf(setting, trx, emailIndex),
      mails: mails.map(({ at: then, template, state, locale, data }) => ({
        ...{ at: then.toISOString(), template, state, locale },
        data: withoutLinks(data),
      })),
    } satisfies PersonBundle);
  });
}

/** Without the names of staff. */
async function bundledInquiry(
  { records }: PrivacySetting,
  transaction: Transaction,
  row: InquiryRow,
): Promise<PersonBundle['inquiries'][number]> {
  const { id, reference, status, language, programme, tags, receivedAt, changedAt, respondedAt } = row.state;
  const { open } = await recordOf(records, row);
  const { details, ...content } = await openInquiry(open, row);
  const { guide, answers, reach, deadline, notice, consents, page } = details;
  const events = await readEvents(transaction, open, id);
  const replies = await readReplies(transaction, open, id);
  return {
    ...{ reference, status, language, programme, tags },
    receivedAt: instant(receivedAt),
    changedAt: instant(changedAt),
    respondedAt: maybe(respondedAt),
    ...content,
    ...{ guide, answers, reach, deadline, notice, consents, page },
    events: events.map(({ actor: _, reply: __, ...event }) => event),
    replies: replies.map(({ id: _, author: __, decidedBy: ___, ...reply }) => reply),
  };
}

async function newsletterOf(
  { records, clock }: PrivacySetting,
  transaction: Transaction,
  emailIndex: string,
): Promise<PersonBundle['newsletter']> {
  const reader = await readSubscriberOf(transaction, emailIndex);
  if (reader === null) return null;
  const { email, newEmail } = await openReader(records, reader);
  const { locale, topics, programmes, frequency, pausedUntil, joinedAt, confirmedAt, lastIssueAt } = reader;
  return {
    ...{ email, newEmail, locale, topics, programmes, frequency },
    status: statusAt(reader, clock().getTime()),
    pausedUntil: maybe(pausedUntil),
    joinedAt: instant(joinedAt),
    confirmedAt: maybe(confirmedAt),
    lastIssueAt: maybe(lastIssueAt),
  };
}

async function requestsOf(
  { records }: PrivacySetting,
  transaction: Transaction,
  emailIndex: string,
): Promise<PersonBundle['requests']> {
  const requests: PersonBundle['requests'] = [];
  for (const row of await readRequestsOf(transaction, emailIndex)) {
    const content = await openRequestContent(records, row);
    if (content === null) continue;
    const { reference, kind, status, receivedAt } = row;
    const { name, message } = content;
    requests.push({ reference, kind, status, receivedAt: instant(receivedAt), name, message });
  }
  return requests;
}

import { type PersonBundle, personBundleSchema } from '@passerelle/contracts';
import { readEvents } from '../../api/inquiry/adapters/event-rows.ts';
import { openInquiry, recordOf } from '../../api/inquiry/adapters/inquiry-content.ts';
import { type InquiryRow, readInquiriesOf } from '../../api/inquiry/adapters/inquiry-rows.ts';
import { readReplies } from '../../api/inquiry/adapters/reply-rows.ts';
import { INQUIRY_FILES, readFileRows } from '../../api/inquiry-files/adapters/file-rows.ts';
import { filesSettingOf } from '../../api/inquiry-files/adapters/files-setting.ts';
import { readerData } from '../../api/subscriber/adapters/reader-data.ts';
import { readSubscriberOf } from '../../api/subscriber/adapters/subscriber-rows.ts';
import { readWordings } from '../../consent/adapters/wording-rows.ts';
import { toldConsent } from '../../consent/domain/told-consent.ts';
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

/** A file of a person, to be decrypted when it is read. */
export interface Attachment {
  /** Within the ZIP file. */
  path: string;
  read: () => Promise<Buffer>;
}

/** What is kept of a person, and the files that go with it. */
export interface Gathered {
  bundle: PersonBundle;
  attachments: Attachment[];
}

const instant = (at: number) => new Date(at).toISOString();
const maybe = (at: number | null) => (at === null ? null : instant(at));

/** Everything that can be found by an address. That it was read is on record first. */
export async function gatherBundle(
  setting: PrivacySetting,
  { email, actor, reason, reference }: Gathering,
): Promise<Gathered> {
  const { strapi, records, clock } = setting;
  const at = clock();
  const emailIndex = records.blindIndex('email', email);
  const mails = await mailsTo(setting, strapi.db.connection, emailIndex);
  const wordingOf = await readWordings(strapi);
  return strapi.db.transaction(async ({ trx }) => {
    const rows = await readInquiriesOf(trx, emailIndex);
    const references = rows.map(({ state }) => state.reference);
    const subject = reference === null ? 'person-bundle' : `person-request/${reference}`;
    const detail = JSON.stringify({ references, reason });
    await recordAudit(trx, { at, actor, action: 'person-bundled', subject, detail });
    const inquiries: PersonBundle['inquiries'] = [];
    const attachments: Attachment[] = [];
    for (const row of rows) {
      const { files, attached } = await filesOf(setting, trx, row);
      inquiries.push({ ...(await bundledInquiry(setting, trx, row)), files });
      attachments.push(...attached);
    }
    const consents = await consentOf(strapi, email, trx);
    const reader = await readSubscriberOf(trx, emailIndex);
    const bundle = personBundleSchema.parse({
      format: 'passerelle-person-bundle 3',
      at: at.toISOString(),
      email,
      inquiries,
      newsletter: reader === null ? null : await readerData(setting, trx, reader, at.getTime()),
      consents: consents.map((consent) => toldConsent(consent, wordingOf)),
      requests: await requestsOf(setting, trx, emailIndex),
      mails: mails.map(({ at: then, template, state, locale, data }) => ({
        ...{ at: then.toISOString(), template, state, locale },
        data: withoutLinks(data),
      })),
    } satisfies PersonBundle);
    return { bundle, attachments };
  });
}

type BundledInquiry = PersonBundle['inquiries'][number];

/** The files of an inquiry. One that no scanner has found clean is named, and not handed out. */
async function filesOf(
  { strapi, records }: PrivacySetting,
  transaction: Transaction,
  { state: { id: inquiry, reference } }: InquiryRow,
): Promise<{ files: BundledInquiry['files']; attached: Attachment[] }> {
  const stored = filesSettingOf(strapi).files;
  const files: BundledInquiry['files'] = [];
  const attached: Attachment[] = [];
  for (const { id, at, kind, bytes, state, wrappedKey, ...sealed } of await readFileRows(
    transaction,
    inquiry,
  )) {
    const { open } = await records.openRecord(INQUIRY_FILES, id, wrappedKey);
    const name = await open('name', sealed.name);
    const key =
      state === 'clean' && sealed.contentKey !== null ? await open('content_key', sealed.contentKey) : null;
    const path = key === null ? null : `${reference}/${files.length + 1}-${name}`;
    files.push({ at: instant(at), name, kind, bytes, state, path });
    if (key !== null && path !== null) attached.push({ path, read: () => stored.read(id, key) });
  }
  return { files, attached };
}

/** Without the names of staff. */
async function bundledInquiry(
  { records }: PrivacySetting,
  transaction: Transaction,
  row: InquiryRow,
): Promise<Omit<BundledInquiry, 'files'>> {
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

import { hash } from 'node:crypto';
import type { ErasureCertificate, PrivacyRefusal } from '@passerelle/contracts';
import { deleteInquiries } from '../../api/inquiry/adapters/delete-inquiries.ts';
import { forgetDraftLinksOf } from '../../api/inquiry/adapters/draft-link-rows.ts';
import { type InquiryRow, readInquiriesOf } from '../../api/inquiry/adapters/inquiry-rows.ts';
import { readFileRows } from '../../api/inquiry-files/adapters/file-rows.ts';
import { filesSettingOf } from '../../api/inquiry-files/adapters/files-setting.ts';
import { forgetAddress } from '../../api/subscriber/adapters/forget-address.ts';
import { appendConsent, type ConsentEvent, consentOf } from '../../consent/ledger.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Transaction } from '../../platform/jobs/database.ts';
import { removeMails } from '../../platform/mailer/adapters/mailbox-files.ts';
import { issueMailId } from '../../platform/mailer/adapters/mailbox-pool.ts';
import { forgetContent } from '../../platform/mailer/adapters/outbox-table.ts';
import { certifiedText, countsOf, type Erased } from '../domain/erased.ts';
import { tellErased } from './answer-mails.ts';
import { insertCertificate } from './certificate-rows.ts';
import { mailsTo } from './person-mails.ts';
import type { PrivacySetting } from './privacy-setting.ts';
import { openRequestContent } from './request-content.ts';
import { closeRequest, readRequestsOf, scrubRequests } from './request-rows.ts';

/** Who has a person erased, and why. */
export interface Erasing {
  email: string;
  /** As the audit names them; null for the command line. */
  actor: string | null;
  /** As the ledger names them. */
  ledgerActor: ConsentEvent['actor'];
  /** Nothing of the person. */
  reason: string;
}

/** Clocks of transactions that began earlier may be behind ours by so much. */
const MARGIN_MS = 60_000;

/**
 * Erases everything that can be found by an address, in one transaction: inquiries with their courses, answers and files,
 * the subscription and where its issues went, the contents of mails, the words of requests. What is left are keyed hashes: in the ledger of consent,
 * which gets an `erased` event for each purpose, in the list of addresses not to write to, in the certificate.
 * Whoever has a request open is told by one more mail, whose content is forgotten once it is sent.
 * Drafts of inquiries are the web server's, nobody can find them by an address, and they expire by themselves.
 *
 * @returns why not, where an inquiry is under a legal hold: nothing was erased then.
 * @throws when a mail of the outbox can't be opened, since whose it is isn't known then. Nothing was erased.
 */
export async function erasePerson(
  setting: PrivacySetting,
  erasing: Erasing,
): Promise<ErasureCertificate | PrivacyRefusal> {
  const { strapi, records, clock, mailFolder } = setting;
  const person = records.blindIndex('email', erasing.email);
  const began = clock();
  // Opening the outbox takes a while, during which others write; what comes meanwhile is looked at again below.
  const known = await mailsTo(setting, strapi.db.connection, person);
  const mails = new Set(known.map(({ id }) => id));
  const result = await strapi.db.transaction(async ({ trx }) => {
    const since = new Date(began.getTime() - MARGIN_MS);
    for (const { id } of await mailsTo(setting, trx, person, { since })) mails.add(id);
    return eraseWithin(setting, trx, erasing, [...mails]);
  });
  if (typeof result === 'string') return result;
  await removeMails(mailFolder, new Set([...mails, ...result.issues]));
  // Their keys are gone already. Bytes that stay because this is cut off are removed by the next sweep.
  for (const id of result.files) await filesSettingOf(strapi).files.destroy(id);
  return result.certificate;
}

/** What was erased, and what of it is still in files. */
interface Outcome {
  certificate: ErasureCertificate;
  files: readonly string[];
  /** Issues of the newsletter in the local mailbox, by their ids there. */
  issues: readonly string[];
}

async function eraseWithin(
  setting: PrivacySetting,
  transaction: Transaction,
  erasing: Erasing,
  mails: readonly string[],
): Promise<Outcome | PrivacyRefusal> {
  const { records, clock, newId } = setting;
  const { email, actor, reason } = erasing;
  const at = clock();
  const emailIndex = records.blindIndex('email', email);
  const inquiries = await readInquiriesOf(transaction, emailIndex, { lock: true });
  if (inquiries.some(({ state }) => state.legalHold)) return 'legal-hold';
  const requests = await readRequestsOf(transaction, emailIndex);
  const readers = await forgetAddress(setting, transaction, email, at.getTime());
  const erased: Erased = {
    inquiries: inquiries.map(({ state }) => state.id),
    subscribers: readers.ids,
    mails,
    requests: requests.map(({ id }) => id),
    files: await fileIds(transaction, inquiries),
  };
  for (const request of requests) {
    if (request.status !== 'open') continue;
    const content = await openRequestContent(records, request);
    if (content !== null) await tellErased(setting, transaction, request, content.email);
    break;
  }
  await deleteInquiries(transaction, erased.inquiries);
  await forgetContent(transaction, mails);
  await forgetDraftLinksOf(transaction, emailIndex);
  for (const { id } of requests) {
    await closeRequest(transaction, id, { status: 'done', at: at.getTime(), by: actor });
  }
  await scrubRequests(transaction, erased.requests);
  const certificate: ErasureCertificate = {
    id: newId(),
    at: at.toISOString(),
    actor,
    person: emailIndex,
    counts: countsOf(erased),
    hash: hash('sha256', certifiedText(erased)),
  };
  await insertCertificate(transaction, certificate);
  const { id, counts } = certificate;
  const detail = JSON.stringify({ counts, hash: certificate.hash, reason });
  await recordAudit(transaction, { at, actor, action: 'person-erased', subject: `erasure/${id}`, detail });
  await recordEnd(setting, transaction, erasing, { at, certificate: id });
  return { certificate, files: erased.files, issues: readers.messageIds.map(issueMailId) };
}

async function fileIds(transaction: Transaction, inquiries: readonly InquiryRow[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { state } of inquiries) {
    for (const { id } of await readFileRows(transaction, state.id)) ids.push(id);
  }
  return ids;
}

/** Tells the ledger, for each purpose it knows the person for. Last, since others wait for the ledger. */
async function recordEnd(
  { strapi }: PrivacySetting,
  transaction: Transaction,
  { email, ledgerActor }: Erasing,
  { at, certificate }: { at: Date; certificate: string },
): Promise<void> {
  const events = await consentOf(strapi, email, transaction);
  const last = new Map(events.map((event) => [event.purpose, event]));
  for (const [purpose, { locale, kind }] of last) {
    if (kind === 'erased') continue;
    await appendConsent(strapi, transaction, {
      ...{ kind: 'erased', purpose, email, locale, at },
      wording: null,
      page: null,
      formVersion: null,
      actor: ledgerActor,
      detail: { certificate },
    });
  }
}

import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { addressIn, messageIdsIn, readFields } from './domain/fields.ts';
import { plainRecipients } from './domain/plain-report.ts';
import {
  complainants,
  failedRecipients,
  type Report,
  type Subject,
  takenRecipients,
} from './domain/report.ts';
import { tokenIn } from './domain/return-path.ts';

const DELIVERY_STATUS = /^message\/(?:global-)?delivery-status$/;
const FEEDBACK = 'message/feedback-report';
/** The returned mail, or its headers (RFC 6522, 3; RFC 6533, 5). */
const RETURNED = /^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822-headers)$/;

/** Headers in which the mail systems on the way note the address a report was delivered to. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'to'];

/** Of a returned mail, more than its headers isn't looked at. */
const HEADERS_LIMIT = 100_000;

/**
 * Reads a mail as a report: of a delivery that has failed, has not yet or was done (RFC 3464, RFC 6533; a failed one
 * also in the plain forms of Exim and qmail), or a complaint (RFC 5965).
 *
 * @param returnPath the form of the address that reports come back to; null when that carries nothing.
 * @returns null when it is none, such as an answer of a person or of their absence, or can't be read as a mail.
 */
export async function readReport(source: Uint8Array, returnPath: string | null): Promise<Report | null> {
  const mail = await PostalMime.parse(source, { forceRfc822Attachments: true }).catch(() => null);
  if (mail === null) return null;
  const feedback = mail.attachments.find(({ mimeType }) => mimeType === FEEDBACK);
  if (feedback !== undefined) {
    const recipients = complainants(readFields(textOf(feedback)));
    return recipients && { kind: 'complaint', recipients, ...subjectOf(mail, returnPath) };
  }
  const status = mail.attachments.find(({ mimeType }) => DELIVERY_STATUS.test(mimeType));
  const blocks = status === undefined ? [] : readFields(textOf(status));
  const recipients =
    status === undefined
      ? plainRecipients(mail.text ?? '', headerOf(mail, 'x-failed-recipients'))
      : failedRecipients(blocks);
  if (recipients.length > 0) return { kind: 'failure', recipients, ...subjectOf(mail, returnPath) };
  const taken = takenRecipients(blocks);
  return taken.length === 0 ? null : { kind: 'receipt', recipients: taken, ...subjectOf(mail, returnPath) };
}

function subjectOf(mail: Email, returnPath: string | null): Subject {
  const [returned] = readFields(returnedHeaders(mail));
  const named = [returned?.get('message-id'), headerOf(mail, 'in-reply-to'), headerOf(mail, 'references')];
  const writtenTo = addressIn(returned?.get('to'));
  const tokens = DELIVERED_TO.flatMap((name) => mail.headers.filter(({ key }) => key === name)).map(
    ({ value }) => (returnPath === null ? null : tokenIn(returnPath, addressIn(value) ?? '')),
  );
  return {
    messageIds: messageIdsIn(named.join(' ')),
    token: tokens.find((token) => token !== null) ?? null,
    writtenTo: writtenTo === null ? [] : [writtenTo],
  };
}

/** Headers of the mail that came back: a part of its own, or below a line of dashes in a plain report. */
function returnedHeaders(mail: Email): string {
  const part = mail.attachments.find(({ mimeType }) => RETURNED.test(mimeType));
  if (part !== undefined)
    return (
      textOf(part)
        .slice(0, HEADERS_LIMIT)
        .split(/\r?\n\r?\n/, 1)[0] ?? ''
    );
  const [, below = ''] = /^-{2,}[^\r\n]*\r?\n([\s\S]*)$/m.exec(mail.text ?? '') ?? [];
  return (
    below
      .slice(0, HEADERS_LIMIT)
      .trimStart()
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  );
}

const headerOf = (mail: Email, name: string): string | undefined =>
  mail.headers.find(({ key }) => key === name)?.value;

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { Mailbox } from '../platform/mailer/domain/mailbox.ts';
import { unsubscribeHeaders } from '../platform/mailer/domain/unsubscribe.ts';
import type { Recipient } from './readers.ts';
import { type InlineImage, type Rendition, SLOT } from './rendition.ts';

/** What a message has that its rendition hasn't. */
export interface MessageFacts {
  messageId: string;
  /** Its `Date`. */
  at: Date;
  recipient: Recipient;
}

export interface SourceOptions {
  from: Mailbox;
  /** An address that unsubscribes whoever writes to it, beside the link. */
  unsubscribeAddress?: string | undefined;
}

/** Writes the source (RFC 5322) of a rendition's message to one reader. */
export type WriteMessage = (facts: MessageFacts) => string;

/** Text, or the name of a slot. */
type Part = { text: string } | { slot: keyof Recipient['links'] };

/**
 * Encodes a rendition once, for as many readers as there are: a message is then put together, not made anew.
 *
 * The content is quoted-printable (RFC 2045, 6.7). Each piece between two slots is encoded by itself and a slot's value
 * stands between soft line breaks, which are not part of the text.
 */
export function compileMessage(
  rendition: Rendition,
  { from, unsubscribeAddress }: SourceOptions,
): WriteMessage {
  const boundary = `=_${createHash('sha256').update(rendition.html).digest('hex').slice(0, 32)}`;
  const fixed = fixedHeaders(rendition.subject, from, boundary);
  const parts = [
    ...openPart(boundary, 'text/plain'),
    ...partsOf(rendition.text),
    ...htmlParts(rendition, boundary),
    { text: `\r\n--${boundary}--\r\n` },
  ];
  return ({ messageId, at, recipient }) => {
    const { address, links } = recipient;
    const ending = unsubscribeHeaders({
      url: headerUrl(links.unsubscribe),
      address: unsubscribeAddress ?? null,
    });
    const headers = [
      fixed,
      `To: ${headerAddress(address)}`,
      `Message-ID: ${messageId}`,
      `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
      ...Object.entries(ending).map(([name, value]) => `${name}: ${value.replaceAll(', ', ',\r\n ')}`),
    ];
    const body = parts.map((part) => ('text' in part ? part.text : encodedSlot(links[part.slot])));
    return `${headers.join('\r\n')}\r\n\r\n${body.join('')}`;
  };
}

/** Octets of the HTML part as it is sent, but for the readers' links. */
export function htmlOctets({ html }: Pick<Rendition, 'html'>): number {
  return partsOf(html).reduce((total, part) => total + ('text' in part ? part.text.length : 0), 0);
}

/** The headers that all messages of a rendition have, without the last line's end. */
function fixedHeaders(subject: string, from: Mailbox, boundary: string): string {
  const node = new MimeNode(`multipart/alternative; boundary="${boundary}"`);
  node.setHeader('From', { name: from.name, address: from.address });
  node.setHeader('Subject', subject);
  node.setHeader('MIME-Version', '1.0');
  // RFC 2919; and RFC 3834: no out-of-office reply comes back to this.
  node.setHeader('List-ID', `<infolettre.${from.address.slice(from.address.lastIndexOf('@') + 1)}>`);
  node.setHeader('Precedence', 'bulk');
  node.setHeader('Auto-Submitted', 'auto-generated');
  // Nodemailer adds what is missing; these are the reader's.
  const own = /^(?:Message-ID|Date): /i;
  return node
    .buildHeaders()
    .split(/\r\n(?![ \t])/)
    .filter((line) => !own.test(line))
    .join('\r\n');
}

function openPart(boundary: string, type: string): Part[] {
  const headers = [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: quoted-printable'];
  return [{ text: `\r\n--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n` }];
}

/** The HTML, together with its images where it has some (RFC 2387). */
function htmlParts({ html, images }: Rendition, boundary: string): Part[] {
  if (images.length === 0) return [...openPart(boundary, 'text/html'), ...partsOf(html)];
  const related = `${boundary}r`;
  return [
    {
      text: `\r\n--${boundary}\r\nContent-Type: multipart/related; type="text/html"; boundary="${related}"\r\n`,
    },
    ...openPart(related, 'text/html'),
    ...partsOf(html),
    ...images.map((image) => ({ text: imagePart(related, image) })),
    { text: `\r\n--${related}--\r\n` },
  ];
}

function imagePart(boundary: string, { cid, mime, base64 }: InlineImage): string {
  const headers = [
    `Content-Type: ${mime}`,
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${cid}>`,
    'Content-Disposition: inline',
  ];
  // RFC 2045, 6.8: lines of 76 characters at most.
  const lines = base64.match(/.{1,76}/g) ?? [];
  return `\r\n--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${lines.join('\r\n')}`;
}

function partsOf(content: string): Part[] {
  // Of a pattern with one group, every second piece is what the group has caught.
  return content
    .replace(/\r?\n/g, '\r\n')
    .split(new RegExp(SLOT, 'g'))
    .map((piece, index) =>
      index % 2 === 0
        ? { text: wrap(encode(piece)) }
        : { slot: piece === 'manage' ? 'manage' : 'unsubscribe' },
    );
}

const encodedSlot = (value: string) => `=\r\n${wrap(encode(value))}=\r\n`;

/** @throws when the address could end its line: it comes from the subscribers, who have checked it before. */
function headerAddress(address: string): string {
  if (/[\s<>,;:"()\p{Cc}]/u.test(address)) throw new Error('an address of a reader is malformed');
  return address;
}

/** @throws when it is none, or longer than a header's line may be. */
function headerUrl(url: string): string {
  if (!/^https?:\/\/[!-~]{1,900}$/.test(url) || /[<>]/.test(url)) {
    throw new Error('a link to unsubscribe is malformed');
  }
  return url;
}

import { parseAddress } from '@passerelle/contracts';
import { z } from 'zod';
import { MailRefused } from './mail-refused.ts';

/** How a reader ends what a mail is part of (RFC 2369, RFC 8058). */
export const unsubscribeSchema = z.strictObject({
  /** Ends it by one POST, without a login; a page for people who follow it. */
  url: z.url({ protocol: /^https?$/ }).max(900),
  /** Where a mail ends it too; null where nobody reads such mails. */
  address: z.string().nullable(),
});
export type Unsubscribe = z.infer<typeof unsubscribeSchema>;

/** @throws {MailRefused} `unsubscribe-malformed` */
export function requireUnsubscribe(unsubscribe: Unsubscribe): Unsubscribe {
  const parsed = unsubscribeSchema.safeParse(unsubscribe);
  if (!parsed.success) throw new MailRefused('unsubscribe-malformed');
  const { url, address } = parsed.data;
  const written = address === null ? null : parseAddress(address);
  if (address !== null && written === null) throw new MailRefused('unsubscribe-malformed');
  // As the URL standard writes it: what could end a header or its angle brackets is escaped.
  return { url: new URL(url).href.replaceAll('>', '%3E'), address: written };
}

/** RFC 6068: the sign between a mailbox and its host stands for itself. */
function mailtoOf(address: string): string {
  const at = address.lastIndexOf('@');
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`;
}

/** The two headers, as one pair each; RFC 8058 wants a signature (DKIM) to cover both. */
export function unsubscribeHeaders({ url, address }: Unsubscribe): Record<string, string> {
  const ways = [`<${url}>`, ...(address === null ? [] : [`<${mailtoOf(address)}?subject=unsubscribe>`])];
  return { 'List-Unsubscribe': ways.join(', '), 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

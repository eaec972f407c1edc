import { parseAddress } from '@passerelle/contracts';
import { requireName } from './headers.ts';
import type { Mailbox } from './mailbox.ts';

const FORM = /^\s*"?([^"<>]+?)"?\s*<([^<>]+)>\s*$/;

/**
 * Reads whom mail comes from: `Passerelle <ne-pas-repondre@passerelle.example>`.
 *
 * @returns null when it has no such form.
 */
export function parseSender(text: string): Mailbox | null {
  const [, name = '', written = ''] = FORM.exec(text) ?? [];
  const address = parseAddress(written);
  if (address === null || name === '') return null;
  try {
    return { name: requireName(name), address };
  } catch {
    // Of the same kind as any other wrong form: whoever asked only needs to know that it is one.
    return null;
  }
}

/**
 * The `Message-ID` (RFC 5322, 3.6.4) of a mail: the same however often it is tried, so that a mail that came twice
 * can be told for what it is.
 */
export function messageIdOf(id: string, from: Mailbox): string {
  return `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
}

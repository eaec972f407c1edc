import { parseAddress } from '@passerelle/contracts';
import { MailRefused } from './mail-refused.ts';

/**
 * What would end a header line, be cut off at by some reader, or turn the order of what is read: controls, line and
 * paragraph separators, lone surrogates, bidirectional overrides and isolates.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const NAME_LIMIT = 200;
/** What of a header line RFC 5322 (2.1.1) leaves to its content, roughly: nobody reads more. */
const SUBJECT_LIMIT = 250;

/** @throws {MailRefused} `address-malformed` */
export function requireAddress(text: string): string {
  const address = parseAddress(text);
  if (address === null) throw new MailRefused('address-malformed');
  return address;
}

/** @throws {MailRefused} `name-malformed` */
export function requireName(text: string): string {
  if (UNSAFE.test(text) || text.length > NAME_LIMIT) throw new MailRefused('name-malformed');
  return text.trim();
}

/** @throws {MailRefused} `subject-malformed` */
export function requireSubject(text: string): string {
  if (UNSAFE.test(text) || text.trim() === '' || text.length > SUBJECT_LIMIT) {
    throw new MailRefused('subject-malformed');
  }
  return text;
}

import { domainToASCII } from 'node:url';

/**
 * An e-mail address as it is compared: trimmed, lower-case, its domain in ASCII (IDNA). A domain that can't be one
 * stays as it is. Dots and `+` parts of the local part count: only their server knows what they mean (RFC 5321, 2.3.11).
 */
export function normalEmail(address: string): string {
  const text = address.toLowerCase().normalize('NFC').trim();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).replace(/\.+$/, '');
  return `${text.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

/** A telephone number as it is compared: E.164, without what is written between its digits. */
export function normalTelephone(number: string): string {
  return number.replace(/[^\d+]/g, '');
}

/** A name as it is compared: lower-case, without accents, with plain spaces, hyphens and apostrophes as spaces. */
export function normalName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[\s'’\u2010-\u2015-]+/gu, ' ')
    .trim();
}

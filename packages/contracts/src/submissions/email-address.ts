import { z } from 'zod';

/** RFC 5321, 4.5.3.1: octets of the part before the `@`, and of the whole address. */
const LOCAL_LIMIT = 64;
const ADDRESS_LIMIT = 254;

/** Dot-atom of RFC 5322, with the letters of RFC 6532. No quoted form: nobody has one, and parsers differ on it. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** What may stand in a domain before it is turned into ASCII. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const ASCII_DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/**
 * One address, its domain in ASCII (`été.example` → `xn--t-9fab.example`), as it can be written into a header and
 * an envelope.
 *
 * @returns null when it is none, or more than one.
 */
export function parseAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const domain = text.slice(at + 1);
  if (!LOCAL.test(local) || !DOMAIN.test(domain)) return null;
  const address = `${local}@${asciiDomain(domain) ?? ''}`;
  const octets = (part: string) => new TextEncoder().encode(part).length;
  if (address.endsWith('@') || octets(local) > LOCAL_LIMIT || octets(address) > ADDRESS_LIMIT) return null;
  return address;
}

/** By the rules of the URL standard (UTS 46), as browsers have it. */
function asciiDomain(domain: string): string | null {
  const address = URL.parse(`http://${domain}`);
  return address !== null && ASCII_DOMAIN.test(address.hostname) ? address.hostname : null;
}

/** An address as `parseAddress` writes it: nothing else is handed over, stored or mailed to. */
export const emailAddressSchema = z
  .string()
  .max(ADDRESS_LIMIT)
  .refine((text) => parseAddress(text) === text, { error: 'is no e-mail address in its ASCII form' });

import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of some texts for one purpose: what is made for one never passes for another. */
export type Mac = (purpose: string, ...texts: readonly string[]) => Buffer;

/** @param secret of the web server; it need not be told apart by purpose. */
export function macsUnder(secret: string | Uint8Array): Mac {
  // Made once: a key of bytes costs Node five times as much as the MAC itself.
  const key = createSecretKey(Buffer.from(secret));
  // JSON keeps the texts apart: no two lists of them have the same writing.
  return (...texts) => createHmac('sha256', key).update(JSON.stringify(texts)).digest();
}

/** Whether a base64url text is this MAC, or its first bytes, in a time that doesn't depend on where they differ. */
export function isMac(given: string, wanted: Buffer): boolean {
  const bytes = Buffer.from(given, 'base64url');
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}

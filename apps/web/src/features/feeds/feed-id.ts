import { createHash } from 'node:crypto';

/** Ours, drawn once: another would change every identifier that feed readers have kept. */
const NAMESPACE = '6f1f6a52-8d0b-4a53-9b0e-3c1f1d7a5e44';

/**
 * An identifier made of what never changes of a document, and of nothing that may: not its slug, and not
 * the name of the site. A name-based UUID (RFC 9562, version 5) as a URN, which every feed format takes.
 */
export function feedId(...parts: readonly string[]): string {
  const digest = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(parts.join('/'))
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { Submission } from '@passerelle/contracts';
import { canonicalJson } from '../../../platform/json/domain/canonical-json.ts';
import type { Fingerprint } from '../domain/decisions.ts';

/**
 * The fingerprint of a submission, in hexadecimal: SHA-256 of its key, and HMAC-SHA256 of its body under the key.
 * The key isn't stored, so whoever reads the database can't try the few possible bodies out.
 */
export function fingerprintOf({ key, body }: Submission): Fingerprint {
  return {
    keyHash: hash('sha256', key),
    bodyMac: createHmac('sha256', key).update(canonicalJson(body)).digest('hex'),
  };
}

/** Whether two fingerprints of one key stand for the same body; takes the same time either way. */
export function isSameBody(a: Fingerprint, b: Fingerprint): boolean {
  const [macA, macB] = [Buffer.from(a.bodyMac, 'hex'), Buffer.from(b.bodyMac, 'hex')];
  return macA.length === macB.length && timingSafeEqual(macA, macB);
}

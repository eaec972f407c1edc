import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { DkimKey } from '../../platform/mailer/adapters/smtp-pool.ts';
import type { FindingCode } from './findings.ts';
import type { Names } from './names.ts';
import { readTags } from './tags.ts';

/** RFC 8301, 3.2. */
const SHORT_BITS = 2048;

/** The place of the public half of a key (RFC 6376, 3.6.2.1). */
export const dkimName = ({ selector, domain }: Pick<DkimKey, 'selector' | 'domain'>): string =>
  `${selector}._domainkey.${domain}`;

/** Looks whether the public half of the key that signs is where receivers look for it. */
export async function judgeDkim(names: Names, key: DkimKey): Promise<FindingCode> {
  const records = (await names.texts(dkimName(key))).map(readTags).filter((tags) => tags.has('p'));
  const [tags] = records;
  if (tags === undefined) return 'dkim-record-missing';
  const published = (tags.get('p') ?? '').replace(/\s/g, '');
  if (published === '') return 'dkim-record-revoked';
  const own = createPublicKey(createPrivateKey(key.privateKey));
  if (published !== publishedForm(own)) return 'dkim-other-key';
  if (tags.get('t')?.split(':').includes('y')) return 'dkim-testing';
  const bits = own.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < SHORT_BITS ? 'dkim-short-key' : 'dkim-good';
}

/** A public key as a record has it: RSA as it is (RFC 6376, 3.6.1), Ed25519 without its frame (RFC 8463, 4). */
function publishedForm(key: KeyObject): string {
  const der = key.export({ format: 'der', type: 'spki' });
  return (key.asymmetricKeyType === 'ed25519' ? der.subarray(-32) : der).toString('base64');
}

import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { MasterKeys } from './master-keys.ts';

/** What keyed hashes are made for. Each has a key of its own: hashes of two purposes can't be compared. */
export type HashPurpose =
  | 'index email'
  | 'index telephone'
  | 'index name'
  | 'ledger person'
  | 'ledger head'
  | 'check';

/** HMAC-SHA-256 (RFC 2104) of a text, in base64url: 43 characters. */
export type KeyedHash = (purpose: HashPurpose, text: string) => string;

/**
 * Keyed hashes: equal texts give equal hashes, and nobody without the key can try texts out.
 *
 * Their keys are derived (HKDF-SHA-256, RFC 5869) from the installation's first master key, the last of the old
 * ones: a hash whose text is gone can't be made anew, so a new master key must not change it.
 */
export function createKeyedHash({ masterKey, oldKeys }: MasterKeys): KeyedHash {
  const first = Buffer.from(oldKeys.at(-1) ?? masterKey, 'hex');
  const keys = new Map<HashPurpose, KeyObject>();
  const keyFor = (purpose: HashPurpose): KeyObject => {
    const known = keys.get(purpose);
    if (known !== undefined) return known;
    const derived = hkdfSync('sha256', first, '', `passerelle keyed hash: ${purpose}`, 32);
    const key = createSecretKey(new Uint8Array(derived));
    keys.set(purpose, key);
    return key;
  };
  return (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');
}

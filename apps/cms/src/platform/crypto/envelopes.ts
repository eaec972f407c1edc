import {
  base64url,
  decodeProtectedHeader,
  FlattenedEncrypt,
  type FlattenedJWE,
  flattenedDecrypt,
} from 'jose';
import { z } from 'zod';
import { keyIdOf } from './master-keys.ts';

/** Where an envelope is kept: opened anywhere else, it does not open. */
export interface Place {
  table: string;
  /** The row's own key, which never changes. */
  row: string;
  field: string;
}

/** Seals what is personal or secret before it reaches a table, and opens it again. */
export interface Envelopes {
  seal(content: Uint8Array | string, place: Place): Promise<string>;
  /** @throws when the envelope is of another place, of a master key that isn't known, or has been changed. */
  open(envelope: string, place: Place): Promise<Uint8Array>;
}

const envelopeSchema = z.strictObject({
  protected: z.string(),
  encrypted_key: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
  tag: z.string(),
});

/**
 * Envelopes under a master key: a JSON Web Encryption each (RFC 7516, flattened), its content under a key of its
 * own (A256GCM) that the master key wraps (A256GCMKW, RFC 7518). The header's `kid` names the master key; the
 * place is authenticated with it (`aad`) and not stored in it.
 *
 * @param masterKey 32 bytes in hexadecimal; seals, and opens.
 * @param oldKeys likewise; they open what was sealed under them, and seal nothing.
 */
export function createEnvelopes(masterKey: string, oldKeys: readonly string[] = []): Envelopes {
  const keys = new Map([masterKey, ...oldKeys].map((key) => [keyIdOf(key), Buffer.from(key, 'hex')]));
  const kid = keyIdOf(masterKey);
  // Made once: to import a key takes as long as to seal with it.
  const master = crypto.subtle.importKey('raw', Buffer.from(masterKey, 'hex'), 'AES-GCM', false, ['encrypt']);
  return {
    async seal(content, place) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const { aad: _, ...envelope } = await new FlattenedEncrypt(bytes)
        .setProtectedHeader({ alg: 'A256GCMKW', enc: 'A256GCM', kid })
        .setAdditionalAuthenticatedData(placeBytes(place))
        .encrypt(await master);
      return JSON.stringify(envelope);
    },
    async open(envelope, place) {
      const stored = envelopeSchema.parse(JSON.parse(envelope));
      const key = keys.get(decodeProtectedHeader(stored).kid ?? '');
      if (key === undefined) throw new Error('the master key of this envelope is not known');
      const jwe: FlattenedJWE = { ...stored, aad: base64url.encode(placeBytes(place)) };
      const { plaintext } = await flattenedDecrypt(jwe, key, {
        keyManagementAlgorithms: ['A256GCMKW'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return plaintext;
    },
  };
}

/** What binds something sealed to its place. */
export function placeBytes({ table, row, field }: Place): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([table, row, field]));
}

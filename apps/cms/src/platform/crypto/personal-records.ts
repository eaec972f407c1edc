import { randomBytes } from 'node:crypto';
import { base64url, FlattenedEncrypt, flattenedDecrypt } from 'jose';
import { z } from 'zod';
import { createEnvelopes, placeBytes } from './envelopes.ts';
import { createKeyedHash } from './keyed-hashes.ts';
import { keyIdOf, type MasterKeys } from './master-keys.ts';
import { normalEmail, normalName, normalTelephone } from './normal-forms.ts';

/** Turns a field's text into what is stored of it. Never twice the same. */
export type SealField = (field: string, text: string) => Promise<string>;

/** Turns what is stored of a field into its text. Rejects what was sealed elsewhere or has been changed. */
export type OpenField = (field: string, sealed: string) => Promise<string>;

/** A record's key as it is stored beside its fields. Without it the fields can never be read again. */
export interface WrappedKey {
  wrappedKey: string;
  /** Names the master key that wraps it, 16 hexadecimal digits. */
  kid: string;
}

/**
 * Fields of a person, sealed before they reach a table. `table` and `row` name the record, and are part of what is
 * sealed: a field or key that is copied to another record does not open. `row` must never change.
 */
export interface PersonalRecords {
  /** Names the current master key. */
  kid: string;
  newRecord(table: string, row: string): Promise<WrappedKey & { seal: SealField }>;
  /** @throws when the key is of another record, of a master key that isn't known, or has been changed. */
  openRecord(table: string, row: string, wrappedKey: string): Promise<{ seal: SealField; open: OpenField }>;
  /** The same key under the current master key; the fields stay as they are. */
  rewrap(table: string, row: string, wrappedKey: string): Promise<WrappedKey>;
  /**
   * Finds a record without its text: equal values give equal hashes, 43 characters of base64url. Values are made
   * alike first (`normal-forms.ts`); a telephone number is given as E.164. A new master key leaves them as they are.
   */
  blindIndex(kind: IndexKind, value: string): string;
}

export type IndexKind = 'email' | 'telephone' | 'name';

const KEY_BYTES = 32;

/** The field that a record's own key counts as. */
const KEY_FIELD = 'record key';

const sealedSchema = z.strictObject({
  protected: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
  tag: z.string(),
});

const NORMAL_FORMS: Record<IndexKind, (value: string) => string> = {
  email: normalEmail,
  telephone: normalTelephone,
  name: normalName,
};

/**
 * Personal records under the installation's keys. A record has a key of 32 random bytes, kept in an envelope
 * (`envelopes.ts`). Each field is a JSON Web Encryption of its own under that key (RFC 7516: `dir`, A256GCM).
 */
export function createPersonalRecords(keys: MasterKeys): PersonalRecords {
  const envelopes = createEnvelopes(keys.masterKey, keys.oldKeys);
  const kid = keyIdOf(keys.masterKey);
  const hash = createKeyedHash(keys);
  const placeOf = (table: string, row: string) => ({ table, row, field: KEY_FIELD });

  return {
    kid,
    async newRecord(table, row) {
      const key = randomBytes(KEY_BYTES);
      const wrappedKey = await envelopes.seal(key, placeOf(table, row));
      return { wrappedKey, kid, seal: sealing(key, table, row) };
    },
    async openRecord(table, row, wrappedKey) {
      const key = await envelopes.open(wrappedKey, placeOf(table, row));
      return { seal: sealing(key, table, row), open: opening(key, table, row) };
    },
    async rewrap(table, row, wrappedKey) {
      const place = placeOf(table, row);
      return { wrappedKey: await envelopes.seal(await envelopes.open(wrappedKey, place), place), kid };
    },
    blindIndex: (kind, value) => hash(`index ${kind}`, NORMAL_FORMS[kind](value)),
  };
}

function sealing(key: Uint8Array, table: string, row: string): SealField {
  return async (field, text) => {
    const { aad: _, ...sealed } = await new FlattenedEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAdditionalAuthenticatedData(placeBytes({ table, row, field }))
      .encrypt(key);
    return JSON.stringify(sealedSchema.parse(sealed));
  };
}

function opening(key: Uint8Array, table: string, row: string): OpenField {
  return async (field, sealed) => {
    const stored = sealedSchema.parse(JSON.parse(sealed));
    const aad = base64url.encode(placeBytes({ table, row, field }));
    const { plaintext } = await flattenedDecrypt({ ...stored, aad }, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder().decode(plaintext);
  };
}

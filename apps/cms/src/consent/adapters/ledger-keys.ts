import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { env } from '../../env.ts';
import { createKeyedHash, type KeyedHash } from '../../platform/crypto/keyed-hashes.ts';
import { normalEmail } from '../../platform/crypto/normal-forms.ts';
import type { Head } from '../domain/chain.ts';

const hashes = new WeakMap<Core.Strapi, KeyedHash>();

function hashOf(strapi: Core.Strapi): KeyedHash {
  const known = hashes.get(strapi);
  if (known !== undefined) return known;
  const { MASTER_KEY, MASTER_KEYS_OLD } = env();
  const hash = createKeyedHash({ masterKey: MASTER_KEY, oldKeys: MASTER_KEYS_OLD });
  hashes.set(strapi, hash);
  return hash;
}

/** What the ledger knows a person by. It outlives the person's data: without the key it is of no address. */
export function personOf(strapi: Core.Strapi, email: string): string {
  return hashOf(strapi)('ledger person', normalEmail(email));
}

/** Proves that the ledger's end was written by the CMS: who has the database alone can't make one. */
export function sealOf(strapi: Core.Strapi, { sequence, hash }: Head): string {
  return hashOf(strapi)('ledger head', `${sequence} ${hash}`);
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

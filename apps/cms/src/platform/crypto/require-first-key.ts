import type { Core } from '@strapi/strapi';
import { EnvironmentError } from '../../env.ts';
import { hasFirstKey } from './adapters/key-check.ts';
import { createKeyedHash } from './keyed-hashes.ts';
import type { MasterKeys } from './master-keys.ts';

/**
 * Refuses to go on with keys of another database: people would be found by nothing, subscribe twice, and be written to
 * though they said no.
 *
 * @throws {EnvironmentError} saying which key is missed.
 */
export async function requireFirstKey(strapi: Core.Strapi, keys: MasterKeys): Promise<void> {
  if (await hasFirstKey(strapi.db.connection, createKeyedHash(keys))) return;
  const missed = keys.oldKeys.length === 0 ? 'MASTER_KEY is not' : 'MASTER_KEYS_OLD does not end with';
  throw new EnvironmentError([
    `${missed} the first master key this database was used with: put that one last in MASTER_KEYS_OLD`,
  ]);
}

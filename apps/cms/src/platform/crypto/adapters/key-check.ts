import { z } from 'zod';
import type { Connection } from '../../jobs/database.ts';
import type { KeyedHash } from '../keyed-hashes.ts';

const TABLE = 'passerelle_key_checks';
const NAME = 'keyed hashes';

/**
 * Whether keyed hashes are made with the key this database has always had them made with. The first who asks says
 * which that is.
 */
export async function hasFirstKey(connection: Connection, hash: KeyedHash): Promise<boolean> {
  const value = hash('check', 'passerelle');
  const known = await readCheck(connection);
  if (known !== null) return known === value;
  await connection(TABLE).insert({ name: NAME, value }).onConflict('name').ignore();
  return (await readCheck(connection)) === value;
}

async function readCheck(connection: Connection): Promise<string | null> {
  const row = await connection(TABLE).where({ name: NAME }).first();
  return row === undefined ? null : z.object({ value: z.string() }).parse(row).value;
}

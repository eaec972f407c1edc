import type { Connection } from '../jobs/database.ts';
import { type RowKey, readStaleKeys, replaceKey } from './adapters/wrapped-keys.ts';
import type { PersonalRecords } from './personal-records.ts';
import type { PersonalTable } from './personal-tables.ts';

interface Rotation {
  connection: Connection;
  records: Pick<PersonalRecords, 'kid' | 'rewrap'>;
  /** Records in one transaction: others wait no longer than these take. */
  batch?: number;
}

/** What a rotation did to a table. */
export interface RotatedTable {
  table: string;
  /** Records whose key is now wrapped by the current master key. */
  rewrapped: number;
  /** Records whose key doesn't open: of a master key that isn't known, or damaged. They are as they were. */
  unreadable: number;
}

/**
 * Has the current master key wrap the keys of a table's records. Others may read and write them meanwhile: a key is
 * replaced only where it is still the one that was opened. Broken off, it goes on where it was when it is run again.
 */
export async function rotateKeys(rotation: Rotation, table: PersonalTable): Promise<RotatedTable> {
  let rewrapped = 0;
  for (;;) {
    const pass = await rotateOnce(rotation, table);
    rewrapped += pass.rewrapped;
    // A key that another one has changed meanwhile may be of an old master key still.
    if (pass.overtaken === 0) return { table: table.table, rewrapped, unreadable: pass.unreadable };
  }
}

interface Pass {
  rewrapped: number;
  overtaken: number;
  unreadable: number;
}

/** Goes through the table once. */
async function rotateOnce(
  { connection, records, batch = 100 }: Rotation,
  table: PersonalTable,
): Promise<Pass> {
  const pass: Pass = { rewrapped: 0, overtaken: 0, unreadable: 0 };
  let after: RowKey | null = null;
  for (;;) {
    const stale = await readStaleKeys(connection, table, { kid: records.kid, after, limit: batch });
    const last = stale.at(-1);
    if (last === undefined) return pass;
    after = last.row;
    const renewals = await Promise.all(
      stale.map(async ({ row, wrappedKey }) => {
        const renewed = await records.rewrap(table.table, String(row), wrappedKey).catch(() => null);
        return { row, old: wrappedKey, renewed };
      }),
    );
    await connection.transaction(async (transaction) => {
      for (const { row, old, renewed } of renewals) {
        if (renewed === null) pass.unreadable += 1;
        else if (await replaceKey(transaction, table, { row, old, renewed })) pass.rewrapped += 1;
        else pass.overtaken += 1;
      }
    });
  }
}

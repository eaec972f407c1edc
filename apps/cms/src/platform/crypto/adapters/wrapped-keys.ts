import { z } from 'zod';
import type { Connection, Transaction } from '../../jobs/database.ts';
import type { WrappedKey } from '../personal-records.ts';
import type { PersonalTable } from '../personal-tables.ts';

/** A record's own key, as the database has it. */
export type RowKey = string | number;

const staleSchema = z.array(z.object({ row: z.union([z.string(), z.number()]), wrappedKey: z.string() }));

/** Keys that are wrapped by another master key than `kid`, of the records after `after`, in the records' order. */
export async function readStaleKeys(
  connection: Connection | Transaction,
  { table, rowColumn, wrappedKeyColumn, kidColumn }: PersonalTable,
  { kid, after, limit }: { kid: string; after: RowKey | null; limit: number },
): Promise<{ row: RowKey; wrappedKey: string }[]> {
  const query = connection(table)
    .select({ row: rowColumn, wrappedKey: wrappedKeyColumn })
    .whereNot(kidColumn, kid)
    .whereNotNull(wrappedKeyColumn)
    .orderBy(rowColumn)
    .limit(limit);
  return staleSchema.parse(await (after === null ? query : query.andWhere(rowColumn, '>', after)));
}

/** Puts another wrapping of a record's key in the place of `old`. False when that isn't there any more. */
export async function replaceKey(
  transaction: Transaction,
  { table, rowColumn, wrappedKeyColumn, kidColumn }: PersonalTable,
  { row, old, renewed }: { row: RowKey; old: string; renewed: WrappedKey },
): Promise<boolean> {
  const changed = await transaction(table)
    .where({ [rowColumn]: row, [wrappedKeyColumn]: old })
    .update({ [wrappedKeyColumn]: renewed.wrappedKey, [kidColumn]: renewed.kid });
  return changed === 1;
}

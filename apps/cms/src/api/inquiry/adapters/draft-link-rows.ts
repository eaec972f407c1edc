import type { Connection, Transaction } from '../../../platform/jobs/database.ts';

const DRAFT_LINKS = 'passerelle_draft_links';

/** How many links an address, by its keyed hash, was mailed since an instant (ms). */
export async function countDraftLinks(
  transaction: Transaction,
  emailIndex: string,
  since: number,
): Promise<number> {
  const row = await transaction(DRAFT_LINKS)
    .where({ email_index: emailIndex })
    .where('at', '>', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

export async function insertDraftLink(
  transaction: Transaction,
  { id, emailIndex, at }: { id: string; emailIndex: string; at: number },
): Promise<void> {
  await transaction(DRAFT_LINKS).insert({ id, email_index: emailIndex, at });
}

/** Forgets who was mailed before an instant (ms). */
export async function forgetDraftLinks(connection: Connection, before: number): Promise<void> {
  await connection(DRAFT_LINKS).where('at', '<=', before).delete();
}

/** Forgets that an address, by its keyed hash, was mailed. */
export async function forgetDraftLinksOf(transaction: Transaction, emailIndex: string): Promise<void> {
  await transaction(DRAFT_LINKS).where({ email_index: emailIndex }).delete();
}

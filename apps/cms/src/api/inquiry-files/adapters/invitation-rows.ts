import { z } from 'zod';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import type { Invitation } from '../domain/invitation.ts';

export const INVITATIONS = 'passerelle_inquiry_invitations';

const rowSchema = z
  .object({
    id: z.uuid(),
    inquiry: z.uuid(),
    at: z.coerce.number(),
    ends_at: z.coerce.number(),
    actor: z.string(),
    most: z.number(),
    received: z.number(),
  })
  .transform(({ ends_at, ...row }): Invitation => ({ ...row, endsAt: ends_at }));

/** Writes an invitation, and ends those that came before. */
export async function insertInvitation(
  transaction: Transaction,
  { endsAt, ...invitation }: Invitation,
  tokenHash: string,
): Promise<void> {
  await endInvitations(transaction, invitation.inquiry, invitation.at);
  await transaction(INVITATIONS).insert({ ...invitation, ends_at: endsAt, token_hash: tokenHash });
}

/** Ends the invitations of an inquiry that are still good; false where there were none. */
export async function endInvitations(
  transaction: Transaction,
  inquiry: string,
  at: number,
): Promise<boolean> {
  const open = transaction(INVITATIONS).where({ inquiry }).andWhere('ends_at', '>', at);
  const ended: number = await open.update({ ends_at: at });
  return ended > 0;
}

/** The invitation of a mailed secret; null when there is none. */
export async function readInvitation(
  connection: Connection | Transaction,
  tokenHash: string,
): Promise<Invitation | null> {
  const row = await connection(INVITATIONS).where({ token_hash: tokenHash }).first();
  return row === undefined ? null : rowSchema.parse(row);
}

/** The same, and keeps others from it until the transaction ends. */
export async function lockInvitation(
  transaction: Transaction,
  tokenHash: string,
): Promise<Invitation | null> {
  const row = await transaction(INVITATIONS).where({ token_hash: tokenHash }).first().forUpdate();
  return row === undefined ? null : rowSchema.parse(row);
}

/** An inquiry's invitations, newest first. */
export async function readInvitations(
  connection: Connection | Transaction,
  inquiry: string,
): Promise<Invitation[]> {
  const rows = await connection(INVITATIONS).where({ inquiry }).orderBy('at', 'desc').orderBy('id');
  return z.array(rowSchema).parse(rows);
}

/** Counts one more file. */
export async function countReceived(transaction: Transaction, id: string): Promise<void> {
  await transaction(INVITATIONS).where({ id }).increment('received', 1);
}

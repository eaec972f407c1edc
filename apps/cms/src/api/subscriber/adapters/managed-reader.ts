import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { manages } from '../domain/tokens.ts';
import { lockSubscriber } from './subscriber-rows.ts';
import { readToken } from './token-rows.ts';

/** The reader whom a token manages, kept from other transactions; null when it manages nobody who is there. */
export async function managedReader(
  transaction: Transaction,
  token: string,
  now: number,
): Promise<Subscriber | null> {
  const known = await readToken(transaction, token);
  return manages(known, now) ? await lockSubscriber(transaction, { id: known.subscriber }) : null;
}

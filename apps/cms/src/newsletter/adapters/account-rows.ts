import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { type Account, addsUp, DELIVERY_STATES, type DeliveryState } from '../domain/accounting.ts';
import type { Issue } from './issue-rows.ts';

const DELIVERIES = 'passerelle_deliveries';

const countSchema = z.array(z.object({ state: z.enum(DELIVERY_STATES), count: z.coerce.number() }));

/** Where every candidate is. @throws when it doesn't add up, which nothing but a defect explains. */
export async function accountOf(db: Connection | Transaction, issue: Issue): Promise<Account> {
  const account = await readAccount(db, issue);
  if (!addsUp(account)) throw new Error(`the account of issue ${issue.id} does not add up`);
  return account;
}

/** The same, as it is found: an issue that is being prepared may change between two statements. */
export async function readAccount(db: Connection | Transaction, issue: Issue): Promise<Account> {
  const rows = await db(DELIVERIES)
    .where({ issue: issue.id })
    .groupBy('state')
    .select('state')
    .count('* as count');
  const deliveries: Record<DeliveryState, number> = {
    prepared: 0,
    leased: 0,
    sending: 0,
    sent: 0,
    bounced: 0,
    failed: 0,
    uncertain: 0,
    skipped: 0,
  };
  for (const { state, count } of countSchema.parse(rows)) deliveries[state] = count;
  const { candidates, prepared, excluded } = issue;
  return { candidates: candidates ?? 0, prepared: prepared ?? 0, excluded, deliveries };
}

import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { type Account, addsUp } from '../domain/accounting.ts';
import { readAccount } from './account-rows.ts';
import { type Issue, issueSchema } from './issue-rows.ts';

/** An issue with its account, and whether that adds up. */
export type CountedIssue = Issue & { account: Account; addsUp: boolean };

/** The newest issues and, however old, all that have not ended; newest first, each with where its readers are. */
export async function listIssues(connection: Connection, limit: number): Promise<CountedIssue[]> {
  const issues = () => connection('passerelle_issues').orderBy('at', 'desc').orderBy('id');
  const newest = issues().limit(limit).select('id');
  const open = connection('passerelle_issues').whereNotIn('state', ['finished', 'cancelled']).select('id');
  return withAccounts(
    connection,
    await issues().where((either) => either.whereIn('id', newest).orWhereIn('id', open)),
  );
}

async function withAccounts(connection: Connection, rows: unknown): Promise<CountedIssue[]> {
  const counted: CountedIssue[] = [];
  for (const issue of z.array(issueSchema).parse(rows)) counted.push(await countIssue(connection, issue));
  return counted;
}

/** An issue with where its readers are. */
export async function countIssue(connection: Connection, issue: Issue): Promise<CountedIssue> {
  const account = await readAccount(connection, issue);
  return { ...issue, account, addsUp: addsUp(account) };
}

const uncertainSchema = z
  .object({
    id: z.coerce.number(),
    message_id: z.string(),
    domain: z.string(),
    attempts: z.coerce.number(),
    failure: z.string().nullable(),
  })
  .transform(({ message_id, ...delivery }) => ({ ...delivery, messageId: message_id }));
/** A mail that may or may not have gone. Its reader isn't named: the mail server's log has the `Message-ID`. */
export type UncertainDelivery = z.output<typeof uncertainSchema>;

/** What is uncertain of an issue, in the order in which it was made. */
export async function listUncertain(
  connection: Connection | Transaction,
  issue: string,
  limit: number,
): Promise<UncertainDelivery[]> {
  const rows = await connection('passerelle_deliveries')
    .where({ issue, state: 'uncertain' })
    .orderBy('id')
    .limit(limit)
    .select('id', 'message_id', 'domain', 'attempts', 'failure');
  return z.array(uncertainSchema).parse(rows);
}

/** Issues of which something is uncertain, and those of these ids, the newest first, at most `limit`. */
export async function listUncertainIssues(
  connection: Connection,
  ids: readonly string[],
  limit: number,
): Promise<CountedIssue[]> {
  const uncertain = connection('passerelle_deliveries').where({ state: 'uncertain' }).select('issue');
  const rows = await connection('passerelle_issues')
    .whereIn('id', uncertain)
    .orWhereIn('id', [...ids])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit);
  return withAccounts(connection, rows);
}

import type { NewsletterData } from '@passerelle/contracts';
import { readReaderIssues } from '../../../newsletter/adapters/reader-issues.ts';
import type { Connection, Transaction } from '../../../platform/jobs/database.ts';
import { type Subscriber, statusAt } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { openEvidence, openReader } from './sealed-reader.ts';
import { readSuppression } from './suppression-rows.ts';

const instant = (at: number) => new Date(at).toISOString();
const maybe = (at: number | null) => (at === null ? null : instant(at));

/**
 * Everything that is kept of a reader but the ledger's events, which outlive them; links and their hashes aside, which open
 * what they lead to.
 *
 * @param now in milliseconds.
 */
export async function readerData(
  { records }: Pick<NewsletterSetting, 'records'>,
  connection: Connection | Transaction,
  reader: Subscriber,
  now: number,
): Promise<Omit<NewsletterData, 'consents'>> {
  const { email, newEmail } = await openReader(records, reader);
  const suppression = await readSuppression(connection, reader.emailIndex);
  const { locale, topics, programmes, frequency } = reader;
  return {
    ...{ email, newEmail, status: statusAt(reader, now), locale, topics, programmes, frequency },
    pausedUntil: maybe(reader.pausedUntil),
    joinedAt: instant(reader.joinedAt),
    askedAt: instant(reader.askedAt),
    mailedAt: maybe(reader.mailedAt),
    confirmedAt: maybe(reader.confirmedAt),
    endedAt: maybe(reader.endedAt),
    lastIssueAt: maybe(reader.lastIssueAt),
    suppressed: suppression && { at: instant(suppression.at), reason: suppression.reason },
    imported: await openEvidence(records, reader),
    issues: await readReaderIssues(connection, reader.id),
  };
}

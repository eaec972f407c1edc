import type { Connection, Transaction } from '../platform/jobs/database.ts';
import { insertDeliveries, insertRendition, type NewDelivery } from './adapters/delivery-rows.ts';
import { endPreparation, type Issue } from './adapters/issue-rows.ts';
import { problemsOf } from './domain/check-rendition.ts';
import type { IssueProblem } from './domain/issue.ts';
import type { Edition, OpenEdition } from './edition.ts';
import type { MessageIdOf } from './message-id.ts';
import { htmlOctets } from './message-source.ts';
import type { Reader, Readers } from './readers.ts';
import { READER_SLOTS } from './rendition.ts';

/** An issue that must not be sent as it is. */
export class IssueRefused extends Error {
  override readonly name = 'IssueRefused';
  readonly problem: IssueProblem;

  constructor(problem: IssueProblem) {
    super(`the issue is refused: ${problem}`);
    this.problem = problem;
  }
}

interface PrepareOptions {
  connection: Connection;
  readers: Pick<Readers, 'candidates'>;
  openEdition: OpenEdition;
  messageIdOf: MessageIdOf;
  holder: string;
}

/** Deliveries kept in memory before they are written. */
const BATCH = 500;

/**
 * Makes the deliveries of an issue, all or none, in one transaction. Readers stream through: memory doesn't grow with
 * their number.
 *
 * @throws {IssueRefused} when one of its renditions may not be sent.
 */
export async function prepareIssue(options: PrepareOptions, issue: Issue, now: Date): Promise<void> {
  const edition = await options.openEdition(issue);
  await options.connection.transaction(async (trx) => {
    const written = new Set<string>();
    const excluded: Record<string, number> = {};
    const batch: NewDelivery[] = [];
    let [candidates, prepared] = [0, 0];

    const write = async () => {
      await insertDeliveries(trx, issue.id, batch, now.getTime());
      prepared += batch.length;
      batch.length = 0;
    };
    for await (const candidate of options.readers.candidates(trx, edition.segment)) {
      candidates += 1;
      const { reader } = candidate;
      const choice = candidate.excluded === null ? edition.choose(reader) : { excluded: candidate.excluded };
      if ('excluded' in choice) {
        excluded[choice.excluded] = (excluded[choice.excluded] ?? 0) + 1;
        continue;
      }
      const rendition = `${reader.locale} ${choice.key}`;
      if (!written.has(rendition)) {
        written.add(rendition);
        await writeRendition(trx, edition, { issue, reader, key: choice.key, rendition });
      }
      batch.push({
        reader: reader.id,
        rendition,
        domain: reader.email.slice(reader.email.lastIndexOf('@') + 1).toLowerCase(),
        messageId: options.messageIdOf(issue.id, reader.id),
      });
      if (batch.length === BATCH) await write();
    }
    await write();
    await endPreparation(trx, issue.id, options.holder, { candidates, prepared, excluded });
  });
}

async function writeRendition(
  trx: Transaction,
  edition: Edition,
  { issue, reader, key, rendition }: { issue: Issue; reader: Reader; key: string; rendition: string },
): Promise<void> {
  const words = await edition.render(reader.locale, key);
  const [problem] = problemsOf({
    ...words,
    htmlOctets: htmlOctets(words),
    sender: edition.senderOf(reader.locale),
    unsubscribe: READER_SLOTS.unsubscribe,
  });
  if (problem !== undefined) throw new IssueRefused(problem);
  await insertRendition(trx, issue.id, rendition, words);
}

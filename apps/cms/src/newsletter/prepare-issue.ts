import type { Connection, Transaction } from '../platform/jobs/database.ts';
import { insertDeliveries, type NewDelivery } from './adapters/delivery-rows.ts';
import { endPreparation, type Issue } from './adapters/issue-rows.ts';
import { insertRendition } from './adapters/rendition-rows.ts';
import { problemsOf } from './domain/check-rendition.ts';
import type { IssueProblem } from './domain/issue.ts';
import type { Edition, OpenEdition } from './edition.ts';
import type { MessageIdOf } from './message-id.ts';
import { htmlOctets } from './message-source.ts';
import type { Exclusion, Reader, Readers } from './readers.ts';
import { READER_SLOTS } from './rendition.ts';
import { signatureOf } from './signature.ts';

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

/** Readers kept in memory before their deliveries are written. */
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
    const exclude = (reason: Exclusion) => {
      excluded[reason] = (excluded[reason] ?? 0) + 1;
    };
    const batch: Reader[] = [];
    let [candidates, prepared] = [0, 0];

    const write = async () => {
      await edition.consider?.(
        trx,
        batch.map(({ id }) => id),
      );
      const deliveries: NewDelivery[] = [];
      for (const reader of batch) {
        const choice = edition.choose(reader);
        if ('excluded' in choice) {
          exclude(choice.excluded);
          continue;
        }
        const rendition = `${reader.locale} ${choice.key}`;
        if (!written.has(rendition)) {
          written.add(rendition);
          await writeRendition(trx, edition, { issue, reader, key: choice.key, rendition });
        }
        deliveries.push(deliveryOf(reader, rendition, options.messageIdOf(issue.id, reader.id)));
      }
      await insertDeliveries(trx, issue.id, deliveries, now.getTime());
      prepared += deliveries.length;
      batch.length = 0;
    };
    for await (const { reader, excluded: reason } of options.readers.candidates(trx, edition.segment)) {
      candidates += 1;
      if (reason !== null) exclude(reason);
      else if (batch.push(reader) === BATCH) await write();
    }
    await write();
    await endPreparation(trx, issue.id, options.holder, { candidates, prepared, excluded });
  });
}

function deliveryOf({ id, email }: Reader, rendition: string, messageId: string): NewDelivery {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return { reader: id, rendition, domain, messageId };
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
    signature: signatureOf(reader.locale, edition.senderOf(reader.locale)),
    unsubscribe: READER_SLOTS.unsubscribe,
  });
  if (problem !== undefined) throw new IssueRefused(problem);
  await insertRendition(trx, issue.id, rendition, words);
}

import type { Connection } from '../platform/jobs/database.ts';
import * as rows from './adapters/delivery-rows.ts';
import { readIssue } from './adapters/issue-rows.ts';
import { readRendition } from './adapters/rendition-rows.ts';
import { compileMessage, type SourceOptions, type WriteMessage } from './message-source.ts';
import type { Readers, Recipient } from './readers.ts';

/** A delivery with all that it takes to send it. */
export type Ready = rows.Leased & {
  recipient: Recipient;
  write: WriteMessage;
  /** `until` of a digest. */
  until: Date | null;
};

/** Renditions kept compiled; each is some 60 KB. */
const KEPT = 100;

interface LeaseOptions {
  connection: Connection;
  readers: Pick<Readers, 'stillWant' | 'recipients'>;
  source: SourceOptions;
}

/** Takes deliveries up: those who don't want them any longer are skipped in the same transaction. */
export type LeaseBatch = (hold: rows.Hold, limit: number, apart: readonly string[]) => Promise<Ready[]>;

export function createLeasing({ connection, readers, source }: LeaseOptions): LeaseBatch {
  const compiled = new Map<string, { write: WriteMessage; until: Date | null }>();

  async function compiledOf(issueId: string, key: string) {
    const known = compiled.get(`${issueId} ${key}`);
    if (known !== undefined) return known;
    const issue = await readIssue(connection, issueId);
    if (issue === null) throw new Error(`issue ${issueId} is gone`);
    const rendition = await readRendition(connection, issueId, key);
    const made = { write: compileMessage(rendition, source), until: issue.until };
    if (compiled.size >= KEPT) compiled.clear();
    compiled.set(`${issueId} ${key}`, made);
    return made;
  }

  return async (hold, limit, apart) => {
    const wanted = await connection.transaction(async (trx) => {
      const leased = await rows.leaseDue(trx, hold, limit, apart);
      if (leased.length === 0) return [];
      const wanting = await readers.stillWant(
        trx,
        leased.map(({ reader }) => reader),
      );
      const unwanted = leased.filter(({ reader }) => !wanting.has(reader));
      if (unwanted.length > 0)
        await rows.skip(
          trx,
          hold.holder,
          unwanted.map(({ id }) => id),
        );
      return leased.filter(({ reader }) => wanting.has(reader));
    });
    if (wanted.length === 0) return [];
    const recipients = await readers.recipients(wanted.map(({ reader }) => reader));
    const ready: Ready[] = [];
    const unreadable: number[] = [];
    for (const delivery of wanted) {
      const recipient = recipients.get(delivery.reader);
      if (recipient === undefined) unreadable.push(delivery.id);
      else {
        const { write, until } = await compiledOf(delivery.issue, delivery.rendition);
        ready.push({ ...delivery, recipient, write, until });
      }
    }
    if (unreadable.length > 0) {
      const outcome = { state: 'failed', failure: 'address unreadable' } as const;
      await connection.transaction((trx) => rows.settle(trx, hold.holder, unreadable, outcome));
    }
    return ready;
  };
}

import { newsletterManagePath, newsletterUnsubscribePath } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { chosenOf, type Offered } from '../domain/chosen.ts';
import { exclusionOf, joinedOf, type ReaderExclusion, type Segment } from '../domain/exclusion.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';
import { readOffered } from './offered-terms.ts';
import { openReader } from './sealed-reader.ts';
import {
  endSubscriber,
  noteIssue,
  readSubscribersAfter,
  readSubscribersOf,
  wantingOf,
} from './subscriber-rows.ts';
import { insertSuppression, type SuppressionReason, suppressedOf } from './suppression-rows.ts';

/** How many readers are looked at together. */
const PART = 500;

/** How many readers a segment has: candidates = meant + excluded. */
export interface SegmentCount {
  candidates: number;
  meant: number;
  /** By reason. */
  excluded: Readonly<Record<string, number>>;
}

type Setting = Pick<NewsletterSetting, 'strapi' | 'records' | 'clock' | 'siteUrl'>;

/** The readers, as whoever sends to them asks for them. */
export function createReaderList({ strapi, records, clock, siteUrl }: Setting) {
  /** Null when it was sealed under a key that is lost: one reader's loss is not everybody's. */
  const opened = (reader: Subscriber) => openReader(records, reader).catch(() => null);

  async function consider(stored: Subscriber, segment: Segment, offered: Offered, suppressed: boolean) {
    const reader = { ...stored, ...chosenOf(stored, offered) };
    const excluded = exclusionOf(reader, segment, { suppressed, now: clock().getTime() });
    const clear = excluded === null ? await opened(reader) : null;
    const { id, locale, topics, programmes, frequency, lastIssueAt } = reader;
    const because: ReaderExclusion | null = excluded ?? (clear === null ? 'unreadable' : null);
    return {
      reader: {
        ...{ id, locale, topics, programmes, frequency },
        /** Empty where the reader is left out. */
        email: clear?.email ?? '',
        lastIssueAt: lastIssueAt === null ? null : new Date(lastIssueAt),
        joinedAt: new Date(joinedOf(reader)),
      },
      excluded: because,
    };
  }

  return {
    /** Every reader there is, each once, with the reason where the segment leaves them out. */
    async *candidates(transaction: Transaction, segment: Segment) {
      const offered = await readOffered(transaction);
      let after = '';
      for (;;) {
        const part = await readSubscribersAfter(transaction, after, PART);
        const suppressed = await suppressedOf(
          transaction,
          part.map(({ emailIndex }) => emailIndex),
        );
        for (const reader of part) {
          yield await consider(reader, segment, offered, suppressed.has(reader.emailIndex));
        }
        const last = part.at(-1);
        if (last === undefined || part.length < PART) return;
        after = last.id;
      }
    },

    /**
     * How many a segment has now, and why the others are left out. Nobody's address is opened: whoever's can't be read is
     * found out by sending.
     */
    async count(segment: Segment): Promise<SegmentCount> {
      const connection = strapi.db.connection;
      const offered = await readOffered(connection);
      const excluded: Record<string, number> = {};
      let [candidates, meant] = [0, 0];
      for (let after: string | null = ''; after !== null; ) {
        const part: Subscriber[] = await readSubscribersAfter(connection, after, PART);
        const suppressed = await suppressedOf(
          connection,
          part.map(({ emailIndex }) => emailIndex),
        );
        const now = clock().getTime();
        for (const stored of part) {
          const reader = { ...stored, ...chosenOf(stored, offered) };
          const reason = exclusionOf(reader, segment, { suppressed: suppressed.has(reader.emailIndex), now });
          if (reason === null) meant += 1;
          else excluded[reason] = (excluded[reason] ?? 0) + 1;
        }
        candidates += part.length;
        after = part.length < PART ? null : (part.at(-1)?.id ?? null);
      }
      return { candidates, meant, excluded };
    },

    /** Those of the ids who may be written to at this moment. Locks nothing. */
    stillWant: (transaction: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> =>
      wantingOf(transaction, ids, clock().getTime()),

    /** Address and links of readers. One whose address can't be read is left out. */
    async recipients(ids: readonly string[]) {
      const found = new Map<string, { address: string; links: { unsubscribe: string; manage: string } }>();
      for (const reader of await readSubscribersOf(strapi.db.connection, ids)) {
        const clear = await opened(reader);
        if (clear === null) continue;
        const { email: address, manageToken } = clear;
        const links = {
          unsubscribe: siteUrl + newsletterUnsubscribePath(reader.locale, manageToken),
          manage: siteUrl + newsletterManagePath(reader.locale, manageToken),
        };
        found.set(reader.id, { address, links });
      }
      return found;
    },

    /** Has nothing more sent to a reader's address, also should they be erased and come back. */
    async suppress(transaction: Transaction, id: string, reason: SuppressionReason): Promise<void> {
      const at = clock().getTime();
      for (const { emailIndex } of await readSubscribersOf(transaction, [id])) {
        await insertSuppression(transaction, { emailIndex, reason, at });
        await endSubscriber(transaction, id, at);
      }
    },

    /** Notes that readers were told of everything up to an instant. */
    told: (transaction: Transaction, ids: readonly string[], until: Date): Promise<void> =>
      noteIssue(transaction, ids, until.getTime()),
  };
}

import { createHash } from 'node:crypto';
import type { Locale } from '@passerelle/contracts';
import { z } from 'zod';
import type { Connection } from '../platform/jobs/database.ts';
import type { Clock } from '../platform/jobs/settings.ts';
import { setUntil } from './adapters/issue-rows.ts';
import {
  findCampaignTellings,
  findTellings,
  readInProgress,
  readTold,
  storeLook,
  type Tellings,
  type Told,
} from './adapters/news-rows.ts';
import { contentFor, type DigestContent, recentNews } from './domain/digest.ts';
import { mayHaveBeenTold, type PublicArticle } from './domain/news.ts';
import type { Edition, OpenEdition } from './edition.ts';
import type { Rendition } from './rendition.ts';

/** What the issue of a digest is about. */
export const digestContentSchema = z.strictObject({
  frequency: z.enum(['instant', 'daily', 'weekly', 'monthly']),
});

interface DigestOptions {
  connection: Connection;
  clock: Clock;
  /** Every public article in each of its languages. */
  readArticles: () => Promise<PublicArticle[]>;
  /** Who writes, by language. */
  readSenders: () => Promise<(locale: Locale) => readonly string[]>;
  /** Reads what the words of these articles take, and gives the way to write a digest of some of them. */
  openWords: (articles: readonly string[]) => Promise<WriteDigest>;
}

/** Writes a digest; it reads nothing. */
export type WriteDigest = (locale: Locale, content: DigestContent) => Promise<Rendition>;

/** Opens digests: looks at what is public, and chooses for each reader what is new to them. */
export function createDigests(options: DigestOptions): OpenEdition {
  const { connection, clock } = options;
  return async (issue) => {
    const { frequency } = digestContentSchema.parse(issue.content);
    const { news, at } = await storeLook(connection, await options.readArticles(), clock().getTime());
    await setUntil(connection, issue.id, at);
    const listed = news.filter((item) => item.listed);
    const articles = new Set(listed.map(({ article }) => article));
    const tellings = both(
      await findTellings(connection, mayHaveBeenTold(news)),
      await findCampaignTellings(connection, articles),
    );
    const write = await options.openWords([...articles]);
    const recent = new Map(
      [...Map.groupBy(listed, (item) => item.locale)].map(([locale, items]) => [locale, recentNews(items)]),
    );
    const chosen = new Map<string, DigestContent>();
    let known: Told = { told: new Set(), coming: new Set() };
    let inProgress: ReadonlySet<string> = new Set();

    return {
      segment: { frequency },
      senderOf: await options.readSenders(),
      async consider(trx, readers) {
        known = await readTold(trx, readers, tellings);
        inProgress = await readInProgress(trx, readers);
      },
      choose({ id, locale, topics, programmes, lastIssueAt, joinedAt }) {
        if (inProgress.has(id)) return { excluded: 'in-progress' };
        const reader = {
          locale,
          topics,
          programmes,
          lastIssueAt: lastIssueAt?.getTime() ?? null,
          joinedAt: joinedAt.getTime(),
        };
        const changed = recent.get(locale)?.since(reader) ?? [];
        // A campaign is about to tell them of one: until that is settled it can't be said what is new.
        if (changed.some(({ article }) => known.coming.has(`${id} ${article}`)))
          return { excluded: 'in-progress' };
        const content = contentFor(reader, changed, (article) => known.told.has(`${id} ${article}`));
        if (content === null) return { excluded: 'nothing-new' };
        const key = keyOf(content);
        chosen.set(key, content);
        return { key };
      },
      render(locale, key) {
        const content = chosen.get(key);
        if (content === undefined) throw new Error('a digest is written that nobody was to get');
        return write(locale, content);
      },
    } satisfies Edition;
  };
}

const both = (one: Tellings, other: Tellings): Tellings =>
  new Map([
    ...one,
    ...[...other].map(
      ([place, told]) => [place, [...new Set([...(one.get(place) ?? []), ...told])]] as const,
    ),
  ]);

/** The same for the same content, 43 characters. */
function keyOf({ articles, corrected }: DigestContent): string {
  return createHash('sha256')
    .update(JSON.stringify([articles, corrected]))
    .digest('base64url');
}

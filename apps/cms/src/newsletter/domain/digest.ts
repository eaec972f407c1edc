import type { NewsItem } from './news.ts';

/** Whom a digest is for, as far as what it tells matters. */
export interface DigestReader {
  locale: string;
  /** Document ids of categories; none is all of them. */
  topics: readonly string[];
  /** Document ids of programmes; none is all of them. */
  programmes: readonly string[];
  /** `until` of the last digest they were told by, in milliseconds. */
  lastIssueAt: number | null;
  /** When the subscription was confirmed, the last time. */
  joinedAt: number;
}

/** What a digest tells, as document ids, in the order of their publication. */
export interface DigestContent {
  articles: readonly string[];
  /** Articles the reader was told of before, which were corrected since. */
  corrected: readonly string[];
}

/** From when on a reader is told of things: their last digest, or their joining. */
const sinceOf = ({ lastIssueAt, joinedAt }: Pick<DigestReader, 'lastIssueAt' | 'joinedAt'>): number =>
  Math.max(lastIssueAt ?? joinedAt, joinedAt);

/** News of one language, ready to be asked for many readers: most need look at few. */
export interface RecentNews {
  /** What has changed since a reader's last digest, in any order. */
  since(reader: Pick<DigestReader, 'lastIssueAt' | 'joinedAt'>): readonly NewsItem[];
}

export function recentNews(news: readonly NewsItem[]): RecentNews {
  const changed = news
    .map((item) => ({ item, at: Math.max(item.appearedAt, ...item.corrections.map((one) => one.noticedAt)) }))
    .toSorted((a, b) => b.at - a.at);
  const items = changed.map(({ item }) => item);
  return {
    since(reader) {
      const since = sinceOf(reader);
      const end = changed.findIndex(({ at }) => at <= since);
      return end === -1 ? items : items.slice(0, end);
    },
  };
}

/**
 * What is new for a reader since their last digest.
 *
 * An article is new when it appeared since then and was first public after they joined. One that has been there before
 * - unpublished and published again, superseded no longer, in another category or language, about other programmes - is
 * new to those alone who haven't been told of it. What is about no programme is for everybody.
 *
 * @param news every item of the reader's language that has changed since, as of the look of this digest.
 * @param wasTold whether the reader was told of an article, in whatever language. Asked for few articles only.
 * @returns null when there is nothing new: nothing is sent then.
 */
export function contentFor(
  reader: DigestReader,
  news: readonly NewsItem[],
  wasTold: (article: string) => boolean,
): DigestContent | null {
  const since = sinceOf(reader);
  const theirs = news.filter(
    ({ locale, listed, category, programmes, publicSince }) =>
      locale === reader.locale &&
      listed &&
      publicSince > reader.joinedAt &&
      (reader.topics.length === 0 || (category !== null && reader.topics.includes(category))) &&
      concerns(reader.programmes, programmes ?? []),
  );
  const isNew = (item: NewsItem) => item.appearedAt > since && !wasTold(item.article);
  const isCorrected = (item: NewsItem) =>
    item.corrections.some(({ noticedAt }) => noticedAt > since && noticedAt > item.noticedAt) &&
    wasTold(item.article);
  const inOrder = (items: readonly NewsItem[]) =>
    items
      .toSorted((a, b) => b.publicSince - a.publicSince || (a.article < b.article ? -1 : 1))
      .map(({ article }) => article);
  const articles = inOrder(theirs.filter(isNew));
  const corrected = inOrder(theirs.filter(isCorrected));
  return articles.length + corrected.length === 0 ? null : { articles, corrected };
}

/** Whether what is about some programmes is for whoever wants to hear of these. */
const concerns = (wanted: readonly string[], about: readonly string[]): boolean =>
  wanted.length === 0 || about.length === 0 || about.some((programme) => wanted.includes(programme));

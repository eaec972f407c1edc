/**
 * What digests tell of. The public articles are looked at when a digest is made; what was noticed, and when, is kept.
 * A reader's next digest has what appeared since their last one. All instants are those of looks, in milliseconds, and
 * each look is later than the one before: neither a clock nor a late commit can put an article behind a reader's back.
 */

/** An article in a language, as a look finds it. Absent when it isn't public. */
export interface PublicArticle {
  /** Document id. */
  article: string;
  locale: string;
  /** Document id of its category. */
  category: string | null;
  /** Document ids of the programmes it is about, in any order. */
  programmes: readonly string[];
  /** Since when it has been public in this language, for the first time. */
  publicSince: number;
  superseded: boolean;
  /** What tells each of its corrections from all others. */
  corrections: readonly string[];
}

/** An article in a language, as it was noticed. */
export interface NewsItem {
  article: string;
  locale: string;
  category: string | null;
  /** In order; null where it was noticed before programmes were. */
  programmes: readonly string[] | null;
  publicSince: number;
  noticedAt: number;
  /**
   * When it last came to be told of: new, public again, no longer superseded, in another category or about other
   * programmes.
   */
  appearedAt: number;
  /** Whether it is told of at all: public, and not superseded. */
  listed: boolean;
  corrections: readonly { key: string; noticedAt: number }[];
}

const placeOf = ({ article, locale }: { article: string; locale: string }): string => `${locale} ${article}`;

/**
 * Takes up what a look has found.
 *
 * @param known what was noticed before.
 * @param found every public article.
 * @param at the time of this look, later than that of every look before.
 * @returns the items that are new or have changed.
 */
export function notice(known: readonly NewsItem[], found: readonly PublicArticle[], at: number): NewsItem[] {
  const before = new Map(known.map((item) => [placeOf(item), item]));
  const here = new Map(found.map((article) => [placeOf(article), article]));
  const seen = found.map((article) => noticed(before.get(placeOf(article)), article, at));
  const gone = known
    .filter((item) => item.listed && !here.has(placeOf(item)))
    .map((item) => ({ ...item, listed: false }));
  return [...seen, ...gone].filter((item) => item !== before.get(placeOf(item)));
}

function noticed(known: NewsItem | undefined, found: PublicArticle, at: number): NewsItem {
  const { article, locale, category, publicSince } = found;
  const listed = !found.superseded;
  const programmes = found.programmes.toSorted();
  if (known === undefined) {
    // Corrections that were there when it was noticed are part of what is told.
    const corrections = found.corrections.map((key) => ({ key, noticedAt: at }));
    return {
      ...{ article, locale, category, programmes, publicSince, listed, corrections },
      noticedAt: at,
      appearedAt: at,
    };
  }
  const told = new Set(known.corrections.map(({ key }) => key));
  const added = found.corrections.filter((key) => !told.has(key)).map((key) => ({ key, noticedAt: at }));
  const isAboutOthers = known.programmes !== null && known.programmes.join(' ') !== programmes.join(' ');
  const appears = listed && (!known.listed || known.category !== category || isAboutOthers);
  if (!appears && added.length === 0 && listed === known.listed && known.programmes !== null) return known;
  return {
    ...known,
    category,
    programmes,
    listed,
    appearedAt: appears ? at : known.appearedAt,
    corrections: [...known.corrections, ...added],
  };
}

/**
 * Articles of which it isn't plain from the times alone who was told: those that have been there before they appeared,
 * in whatever language, and those that were corrected since. They are few.
 */
export function mayHaveBeenTold(news: readonly NewsItem[]): string[] {
  const first = new Map<string, number>();
  for (const { article, noticedAt } of news) {
    first.set(article, Math.min(noticedAt, first.get(article) ?? noticedAt));
  }
  const unclear = news.filter(
    ({ article, listed, appearedAt, noticedAt, corrections }) =>
      listed &&
      (appearedAt > (first.get(article) ?? noticedAt) ||
        corrections.some((correction) => correction.noticedAt > noticedAt)),
  );
  return [...new Set(unclear.map(({ article }) => article))];
}

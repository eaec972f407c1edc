import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentFor, type DigestContent, type DigestReader, recentNews } from './digest.ts';
import { type NewsItem, notice, type PublicArticle } from './news.ts';

const LOCALES = ['fr-CA', 'en'];
const TOPICS = ['etudes', 'travail'];
const PROGRAMMES = ['peq', 'pstq'];

interface TestReader extends DigestReader {
  paused: boolean;
  /** Has changed what they want: they are owed nothing of before. */
  changed: boolean;
  /** What they were told, digest by digest. */
  got: DigestContent[];
  /** A digest that is under way to them. */
  open: { content: DigestContent; until: number } | null;
}

/** A newsroom and its readers; time passes by one at each step. */
function openHistory() {
  let time = 0;
  const articles = new Map<string, PublicArticle & { isPublic: boolean }>();
  const readers: TestReader[] = [];
  const news = new Map<string, NewsItem>();
  const tick = () => {
    time += 1;
    return time;
  };
  const wasTold = (reader: TestReader) => (article: string) =>
    reader.got.some((digest) => digest.articles.includes(article));

  function settle(reader: TestReader, outcome: 'sent' | 'uncertain' | 'failed'): void {
    if (reader.open === null) return;
    if (outcome !== 'failed') {
      reader.got.push(reader.open.content);
      reader.lastIssueAt = reader.open.until;
    }
    reader.open = null;
  }

  return {
    readers,
    articles,
    publish(article: string, locale: string, category: string, programmes: string[]) {
      const place = `${locale} ${article}`;
      const before = articles.get(place);
      if (before) Object.assign(before, { isPublic: true, category, programmes });
      else {
        const publicSince = tick();
        const fresh = { article, locale, category, programmes, publicSince, superseded: false };
        articles.set(place, { ...fresh, corrections: [], isPublic: true });
      }
    },
    change(article: string, locale: string, change: Partial<PublicArticle & { isPublic: boolean }>) {
      Object.assign(articles.get(`${locale} ${article}`) ?? {}, change);
    },
    correct(article: string, locale: string) {
      const found = articles.get(`${locale} ${article}`);
      if (found) found.corrections = [...found.corrections, `${article} ${tick()}`];
    },
    join(locale: string, topics: string[], programmes: string[]) {
      const joinedAt = tick();
      readers.push({
        locale,
        topics,
        programmes,
        joinedAt,
        lastIssueAt: null,
        paused: false,
        changed: false,
        got: [],
        open: null,
      });
    },
    rejoin(reader: TestReader) {
      if (reader.open === null) reader.joinedAt = tick();
    },
    /** Makes a digest, of which each reader's delivery ends as told; `undone` is a crash before it was stored. */
    digest(outcomes: readonly ('sent' | 'uncertain' | 'failed' | 'open')[], undone: boolean) {
      const until = tick();
      const found = [...articles.values()].filter(({ isPublic }) => isPublic);
      const looked = new Map(news);
      for (const item of notice([...news.values()], found, until)) {
        looked.set(`${item.locale} ${item.article}`, item);
      }
      if (undone) return;
      for (const [place, item] of looked) news.set(place, item);
      readers.forEach((reader, index) => {
        if (reader.paused || reader.open !== null) return;
        const news = recentNews([...looked.values()]).since(reader);
        const content = contentFor(reader, news, wasTold(reader));
        if (content === null) return;
        reader.open = { content, until };
        const outcome = outcomes[index % outcomes.length] ?? 'sent';
        if (outcome !== 'open') settle(reader, outcome);
      });
    },
    settle,
  };
}
type History = ReturnType<typeof openHistory>;

const article = fc.constantFrom('a', 'b');
const locale = fc.constantFrom('fr-CA', 'fr-CA', 'fr-CA', 'en');
const topic = fc.constantFrom(...TOPICS);
const topics = fc.subarray(TOPICS);
const programmes = fc.subarray(PROGRAMMES);
const outcome = fc.constantFrom('sent', 'sent', 'uncertain', 'failed', 'open');
const which = fc.nat(3);

const readerOf = ({ readers }: History, index: number) =>
  readers.length === 0 ? undefined : readers[index % readers.length];

/** A step of a history. */
type Step = (history: History) => void;
const onArticle = (change: Partial<PublicArticle & { isPublic: boolean }>) =>
  fc.tuple(article, locale).map(
    ([a, l]): Step =>
      (history) =>
        history.change(a, l, change),
  );
const onReader = (change: (history: History, reader: TestReader) => void) =>
  which.map(
    (index): Step =>
      (history) => {
        const reader = readerOf(history, index);
        if (reader) change(history, reader);
      },
  );
// Publications and digests are as frequent as all else.
const publications: fc.Arbitrary<Step> = fc.tuple(article, locale, topic, programmes).map(
  ([a, l, t, p]): Step =>
    (history) =>
      history.publish(a, l, t, p),
);
const digests: fc.Arbitrary<Step> = fc
  .tuple(fc.array(outcome, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(
    ([outcomes, undone]): Step =>
      (history) =>
        history.digest(outcomes, undone),
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  ...Array.from({ length: 4 }, () => publications),
  onArticle({ isPublic: false }),
  onArticle({ superseded: true }),
  onArticle({ superseded: false }),
  fc.tuple(article, locale, topic).map(
    ([a, l, category]): Step =>
      (history) =>
        history.change(a, l, { category }),
  ),
  fc.tuple(article, locale, programmes).map(
    ([a, l, p]): Step =>
      (history) =>
        history.change(a, l, { programmes: p }),
  ),
  fc.tuple(article, locale).map(
    ([a, l]): Step =>
      (history) =>
        history.correct(a, l),
  ),
  fc.tuple(locale, topics, programmes).map(
    ([l, t, p]): Step =>
      (history) =>
        history.join(l, t, p),
  ),
  onReader((_, reader) => {
    reader.paused = !reader.paused;
  }),
  onReader((history, reader) => history.rejoin(reader)),
  onReader((history, reader) => history.settle(reader, 'sent')),
  onReader((history, reader) => history.settle(reader, 'failed')),
  fc.tuple(which, locale, topics, programmes).map(
    ([index, l, t, p]): Step =>
      (history) => {
        const reader = readerOf(history, index);
        if (reader) Object.assign(reader, { locale: l, topics: t, programmes: p, changed: true });
      },
  ),
  ...Array.from({ length: 5 }, () => digests),
);

/** A history of random steps, after which every delivery is settled and all who were paused go on. */
const histories = fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }).map((steps) => {
  const history = openHistory();
  history.join('fr-CA', [], []);
  history.join('fr-CA', ['travail'], []);
  history.join('fr-CA', [], ['pstq']);
  for (const one of steps) one(history);
  for (const reader of history.readers) {
    history.settle(reader, 'failed');
    reader.paused = false;
  }
  history.digest(['sent'], false);
  return history;
});
const RUNS = { numRuns: 1500 };

describe('over any history of publishing, correcting, subscribing, pausing, failing and crashing', () => {
  test('no reader is told of an article twice', () => {
    fc.assert(
      fc.property(histories, ({ readers }) => {
        for (const { got } of readers) {
          const told = got.flatMap(({ articles }) => articles);
          expect(told).toEqual([...new Set(told)]);
        }
      }),
      RUNS,
    );
  });

  test('no article is skipped that is public, and was published since they joined', () => {
    fc.assert(
      fc.property(histories, ({ readers, articles }) => {
        for (const reader of readers.filter(({ changed }) => !changed)) {
          const told = new Set(reader.got.flatMap((digest) => digest.articles));
          const owed = [...articles.values()].filter(
            (one) =>
              one.isPublic &&
              !one.superseded &&
              one.locale === reader.locale &&
              one.publicSince > reader.joinedAt &&
              wants(reader, one),
          );
          expect(owed.map((one) => one.article).filter((one) => !told.has(one))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('nothing new, nothing sent', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const before = history.readers.map(({ got }) => got.length);
        history.digest(['sent'], false);
        expect(history.readers.map(({ got }) => got.length)).toEqual(before);
      }),
      RUNS,
    );
  });

  test('a correction is told once, to those who were told of the article', () => {
    fc.assert(
      fc.property(histories, fc.tuple(article, locale), (history, [a, l]) => {
        const found = history.articles.get(`${l} ${a}`);
        history.correct(a, l);
        history.digest(['sent'], false);
        for (const reader of history.readers) {
          const last = reader.got.at(-1);
          const isTheirs =
            found?.isPublic === true &&
            !found.superseded &&
            reader.locale === l &&
            found.publicSince > reader.joinedAt &&
            wants(reader, found);
          const told = reader.got.some(({ articles }) => articles.includes(a));
          if (isTheirs && told) expect(last?.corrected).toContain(a);
          const count = reader.got.filter(({ corrected }) => corrected.includes(a)).length;
          // Who reads another language now was told of that one's corrections.
          if (!reader.changed) expect(count).toBeLessThanOrEqual(allOf(history, a));
        }
      }),
      RUNS,
    );
  });
});

/** Whether an article is of a reader's topics, and of their programmes or of none. */
const wants = ({ topics, programmes }: DigestReader, article: PublicArticle): boolean =>
  (topics.length === 0 || topics.includes(article.category ?? '')) &&
  (programmes.length === 0 ||
    article.programmes.length === 0 ||
    programmes.some((one) => article.programmes.includes(one)));

/** How often an article was corrected, in the language in which that was most. */
const allOf = ({ articles }: History, name: string): number =>
  Math.max(...LOCALES.map((one) => articles.get(`${one} ${name}`)?.corrections.length ?? 0));

const READER: DigestReader = { locale: 'fr-CA', topics: [], programmes: [], lastIssueAt: 10, joinedAt: 0 };
const found = (name: string, publicSince: number): PublicArticle => ({
  article: name,
  locale: 'fr-CA',
  category: 'etudes',
  programmes: [],
  publicSince,
  superseded: false,
  corrections: [],
});

test('the newest comes first, and what was published before they joined is no news', () => {
  const news = notice([], [found('old', 5), found('new', 12), found('newer', 15)], 20);
  expect(contentFor(READER, news, () => false)?.articles).toEqual(['newer', 'new', 'old']);
  expect(contentFor({ ...READER, lastIssueAt: null, joinedAt: 13 }, news, () => false)?.articles).toEqual([
    'newer',
  ]);
});

test('a look that finds what is known changes nothing', () => {
  const articles = [found('a', 5), found('b', 12)];
  const news = notice([], articles, 20);
  expect(notice(news, articles, 30)).toEqual([]);
});

test('programmes noticed for the first time make nothing new', () => {
  const [item] = notice([], [found('a', 5)], 20);
  if (item === undefined) throw new Error('nothing was noticed');
  const about = { ...found('a', 5), programmes: ['pstq', 'peq'] };
  const [learnt] = notice([{ ...item, programmes: null }], [about], 30);
  expect(learnt).toMatchObject({ appearedAt: 20, programmes: ['peq', 'pstq'] });
  expect(learnt && notice([learnt], [{ ...about, programmes: ['peq', 'pstq'] }], 40)).toEqual([]);
  expect(learnt && notice([learnt], [{ ...about, programmes: ['peq'] }], 40)).toMatchObject([
    { appearedAt: 40 },
  ]);
});

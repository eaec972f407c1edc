import { z } from 'zod';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { DELIVERY_STATES, type DeliveryState, OPEN_STATES } from '../domain/accounting.ts';
import { type NewsItem, notice, type PublicArticle } from '../domain/news.ts';
import { isPostgres } from './dialect.ts';

const NEWS = 'passerelle_news';
const DELIVERIES = 'passerelle_deliveries';

const OPEN: ReadonlySet<DeliveryState> = new Set(OPEN_STATES);

const correctionsSchema = z.array(z.strictObject({ key: z.string(), noticedAt: z.number() }));

const programmesSchema = z
  .string()
  .nullable()
  .transform((text): unknown => (text === null ? null : JSON.parse(text)))
  .pipe(z.array(z.string()).nullable());

const newsSchema = z
  .object({
    article: z.string(),
    locale: z.string(),
    category: z.string().nullable(),
    programmes: programmesSchema,
    public_since: z.coerce.number(),
    noticed_at: z.coerce.number(),
    appeared_at: z.coerce.number(),
    listed: z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean),
    corrections: z.string(),
  })
  .transform(
    ({ public_since, noticed_at, appeared_at, corrections, ...item }): NewsItem => ({
      ...item,
      publicSince: public_since,
      noticedAt: noticed_at,
      appearedAt: appeared_at,
      corrections: correctionsSchema.parse(JSON.parse(corrections)),
    }),
  );

/** What was noticed, as of a look. */
export interface Look {
  news: NewsItem[];
  /** The time of the look: later than that of every look before, whatever the clock says. */
  at: number;
}

/** Takes up what is public now. One look at a time, of all processes. */
export async function storeLook(
  connection: Connection,
  found: readonly PublicArticle[],
  now: number,
): Promise<Look> {
  return connection.transaction(async (trx) => {
    if (isPostgres(trx)) await trx.raw('LOCK TABLE passerelle_news IN SHARE ROW EXCLUSIVE MODE');
    const known = z.array(newsSchema).parse(await trx(NEWS).select('*'));
    const last = known.reduce((latest, item) => Math.max(latest, ...timesOf(item)), 0);
    const at = Math.max(now, last + 1);
    const changed = notice(known, found, at);
    for (const item of changed) {
      await trx(NEWS).insert(rowOf(item)).onConflict(['article', 'locale']).merge();
    }
    const news = new Map([...known, ...changed].map((item) => [`${item.locale} ${item.article}`, item]));
    return { news: [...news.values()], at };
  });
}

/** What was noticed, without looking. */
export async function readNews(connection: Connection): Promise<NewsItem[]> {
  return z.array(newsSchema).parse(await connection(NEWS).select('*'));
}

const timesOf = ({ noticedAt, appearedAt, corrections }: NewsItem): number[] => [
  noticedAt,
  appearedAt,
  ...corrections.map((correction) => correction.noticedAt),
];

function rowOf({ programmes, publicSince, noticedAt, appearedAt, corrections, ...item }: NewsItem) {
  return {
    ...item,
    programmes: programmes === null ? null : JSON.stringify(programmes),
    public_since: publicSince,
    noticed_at: noticedAt,
    appeared_at: appearedAt,
    corrections: JSON.stringify(corrections),
  };
}

/** Renditions by `issue rendition`, each with those of the articles that it tells of. */
export type Tellings = ReadonlyMap<string, readonly string[]>;

const tellingSchema = z.array(z.object({ issue: z.string(), key: z.string(), articles: z.string() }));

/** Finds which renditions tell of any of a few articles. */
export async function findTellings(connection: Connection, articles: readonly string[]): Promise<Tellings> {
  if (articles.length === 0) return new Map();
  const rows = await connection('passerelle_renditions')
    .where((any) => {
      for (const article of articles) any.orWhere('articles', 'like', `%"${article}"%`);
    })
    .select('issue', 'key', 'articles');
  return new Map(
    tellingSchema.parse(rows).map(({ issue, key, articles: told }) => {
      const all = new Set(z.array(z.string()).parse(JSON.parse(told)));
      return [`${issue} ${key}`, articles.filter((article) => all.has(article))];
    }),
  );
}

const campaignSchema = tellingSchema.transform((rows) =>
  rows.map(({ articles, ...place }) => ({
    ...place,
    articles: z.array(z.string()).parse(JSON.parse(articles)),
  })),
);

/** Finds which renditions of campaigns tell of any of some articles. */
export async function findCampaignTellings(
  connection: Connection,
  articles: ReadonlySet<string>,
): Promise<Tellings> {
  const rows = await connection('passerelle_renditions')
    .join('passerelle_issues', 'passerelle_issues.id', 'passerelle_renditions.issue')
    .where({ kind: 'campaign' })
    .whereNot('articles', '[]')
    .select('issue', 'key', 'articles');
  return new Map(
    campaignSchema.parse(rows).flatMap(({ issue, key, articles: told }) => {
      const asked = told.filter((article) => articles.has(article));
      return asked.length === 0 ? [] : [[`${issue} ${key}`, asked] as const];
    }),
  );
}

/** The issue of a place: what stands before its rendition, which is a language and a key. */
const issueOf = (place: string): string => place.split(' ').slice(0, -2).join(' ');

const toldSchema = z.array(
  z.object({ reader: z.string(), issue: z.string(), rendition: z.string(), state: z.enum(DELIVERY_STATES) }),
);

/** What some readers have been told of, and what they are about to be: `reader article` each. */
export interface Told {
  /** Or may have been. */
  told: ReadonlySet<string>;
  /** By what is under way to them: nobody knows yet whether it comes to that. */
  coming: ReadonlySet<string>;
}

/** Which of the articles some readers were told of. */
export async function readTold(
  trx: Transaction,
  readers: readonly string[],
  tellings: Tellings,
): Promise<Told> {
  const [told, coming] = [new Set<string>(), new Set<string>()];
  if (tellings.size === 0) return { told, coming };
  const issues = [...new Set([...tellings.keys()].map(issueOf))];
  const rows = await trx(DELIVERIES)
    .whereIn('reader', [...readers])
    .whereIn('issue', issues)
    .whereNotIn('state', ['failed', 'skipped'])
    .select('reader', 'issue', 'rendition', 'state');
  for (const { reader, issue, rendition, state } of toldSchema.parse(rows)) {
    const set = OPEN.has(state) ? coming : told;
    for (const article of tellings.get(`${issue} ${rendition}`) ?? []) set.add(`${reader} ${article}`);
  }
  return { told, coming };
}

/** Those of some readers to whom a digest is under way. */
export async function readInProgress(
  trx: Transaction,
  readers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await trx(DELIVERIES)
    .whereIn('reader', [...readers])
    .whereIn(`${DELIVERIES}.state`, [...OPEN_STATES])
    .join('passerelle_issues', 'passerelle_issues.id', `${DELIVERIES}.issue`)
    .where({ kind: 'digest' })
    .select('reader');
  return new Set(
    z
      .array(z.object({ reader: z.string() }))
      .parse(rows)
      .map(({ reader }) => reader),
  );
}

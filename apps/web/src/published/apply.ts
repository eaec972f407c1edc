import { createHash } from 'node:crypto';
import type { Article, Change, Entry } from '@passerelle/contracts';
import type { ArticleCard } from './published.ts';
import { searchIndexWriter } from './search/index-writer.ts';
import { isSearchable } from './search/searchable.ts';
import { EVERY_ARTICLE, type SnapshotDatabase } from './snapshot.ts';

/** Names of what a write touched; `ReadGraph.stale` takes them. See `queries.ts` for who reads under which. */
export type Touched = Set<string>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

const slugOf = (entry: Entry) => ('slug' in entry ? entry.slug : null);

/** What lists show of an article, and what decides on the related ones. */
const cardOf = (article: Article): ArticleCard & Pick<Article, 'tags' | 'programmes' | 'pinnedRelated'> => ({
  documentId: article.documentId,
  locale: article.locale,
  slug: article.slug,
  title: article.title,
  dek: article.dek,
  cover: article.cover,
  category: article.category,
  publishedAt: article.publishedAt,
  modifiedAt: article.modifiedAt,
  superseded: article.supersededBy !== null,
  noindex: article.seo?.noindex ?? false,
  tags: article.tags,
  programmes: article.programmes,
  pinnedRelated: article.pinnedRelated,
});

/** What the score of related articles is made of, besides the place in time. */
const scoredBy = ({ category, tags, programmes, superseded }: ReturnType<typeof cardOf>): string =>
  JSON.stringify([category, tags, programmes, superseded]);

const termsOf = (article: Article) => [
  EVERY_ARTICLE,
  ...(article.category === null ? [] : [`category:${article.category}`]),
  ...article.tags.map((tag) => `tag:${tag}`),
  ...article.programmes.map((programme) => `programme:${programme}`),
];

/** Writes published entries into the snapshot. Call inside one transaction per sync. */
export function snapshotWriter(database: SnapshotDatabase) {
  const find = database.prepare<[string, string, string], { slug: string | null; digest: string }>(
    'SELECT slug, digest FROM entry WHERE kind = ? AND id = ? AND locale = ?',
  );
  const putEntry = database.prepare(
    `INSERT INTO entry (kind, id, locale, slug, digest, json) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, id, locale) DO UPDATE SET slug = excluded.slug, digest = excluded.digest, json = excluded.json`,
  );
  const dropEntry = database.prepare('DELETE FROM entry WHERE kind = ? AND id = ? AND locale = ?');
  const putCard = database.prepare(
    `INSERT INTO card (locale, id, digest, json) VALUES (?, ?, ?, ?)
     ON CONFLICT (locale, id) DO UPDATE SET digest = excluded.digest, json = excluded.json`,
  );
  const findCard = database
    .prepare<[string, string], string>('SELECT json FROM card WHERE locale = ? AND id = ?')
    .pluck();
  const dropCard = database.prepare('DELETE FROM card WHERE locale = ? AND id = ?');
  const listed = database.prepare<[string, string], { term: string; at: string }>(
    'SELECT term, published_at AS at FROM listing WHERE id = ? AND locale = ?',
  );
  const unlist = database.prepare('DELETE FROM listing WHERE id = ? AND locale = ? AND term = ?');
  const list = database.prepare('INSERT INTO listing (locale, term, published_at, id) VALUES (?, ?, ?, ?)');

  const searchIndex = searchIndexWriter(database);

  function relist(id: string, locale: string, article: Article | null, touched: Touched) {
    const before = new Map(listed.all(id, locale).map(({ term, at }) => [term, at]));
    const after = new Map(article ? termsOf(article).map((term) => [term, article.publishedAt]) : []);
    for (const [term, at] of before) {
      if (after.get(term) === at) continue;
      unlist.run(id, locale, term);
      touched.add(`list/${locale}/${term}`);
    }
    for (const [term, at] of after) {
      if (before.get(term) === at) continue;
      list.run(locale, term, at, id);
      touched.add(`list/${locale}/${term}`);
    }
    const known = findCard.get(locale, id);
    const card = article && cardOf(article);
    if (known !== undefined && card && scoredBy(JSON.parse(known)) !== scoredBy(card)) {
      // It stands where it stood, but its neighbours weigh it anew.
      for (const term of after.keys()) touched.add(`list/${locale}/${term}`);
    }
    if (card === null) {
      dropCard.run(locale, id);
    } else {
      const json = JSON.stringify(card);
      putCard.run(locale, id, sha256(json), json);
    }
    touched.add(`card/${locale}/${id}`);
  }

  /** Makes one document stand in the snapshot as the change says; a change that changes nothing touches nothing. */
  function apply({ kind, documentId, locale: given, entry }: Change, touched: Touched): void {
    const locale = given ?? '';
    const before = find.get(kind, documentId, locale);
    const json = entry === null ? null : JSON.stringify(entry);
    const digest = json === null ? null : sha256(json);
    if ((before?.digest ?? null) === digest) return;
    const slug = entry === null ? null : slugOf(entry);
    if (json === null || digest === null) dropEntry.run(kind, documentId, locale);
    else putEntry.run(kind, documentId, locale, slug, digest, json);
    touched.add(`entry/${kind}/${documentId}/${locale}`);
    if (!before || entry === null) touched.add(`kind/${kind}/${locale}`);
    if (before?.slug !== slug) {
      for (const name of [before?.slug, slug]) if (name) touched.add(`slug/${kind}/${locale}/${name}`);
    }
    if (entry === null) searchIndex.drop(kind, documentId, locale);
    else if (isSearchable(entry)) searchIndex.put(entry);
    if (kind === 'article') relist(documentId, locale, entry?.kind === 'article' ? entry : null, touched);
  }

  const readMeta = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const writeMeta = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    apply,
    /** Every document of a kind now in the snapshot, to drop those that a full sync did not meet. */
    keys: () =>
      database
        .prepare<[], { kind: Entry['kind']; id: string; locale: string }>(
          'SELECT kind, id, locale FROM entry',
        )
        .all(),
    meta: (key: string) => readMeta.get(key)?.value,
    setMeta: (key: string, value: string) => writeMeta.run(key, value),
  };
}

/**
 * Whether a write may have changed which pages there are: only lists, slugs and the documents there are decide that,
 * and the programme that a round is of.
 */
export const mayChangePaths = (touched: Touched): boolean =>
  [...touched].some((group) => /^(?:list|slug|kind|entry\/round)\//.test(group));

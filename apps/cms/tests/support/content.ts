import { type Change, changesResponseSchema, type EntryKind, type Locale } from '@passerelle/contracts';
import type { TestCms } from './strapi.ts';

/** Content made for tests, by the document service, as the admin makes it. */

type Fields = Record<string, unknown>;

export function documentsOf(cms: TestCms, kind: EntryKind) {
  return cms.strapi.documents(`api::${kind}.${kind}`);
}

/** One paragraph as a body. */
export function bodyOf(text: string): Fields[] {
  return [
    {
      __component: 'blocks.rich-text',
      content: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
    },
  ];
}

/** A draft in French; gives its document id. */
export async function draftArticle(cms: TestCms, fields: Fields = {}): Promise<string> {
  const data: Fields = { title: 'Un titre', body: bodyOf('Bonjour.'), ...fields };
  const { documentId } = await documentsOf(cms, 'article').create({ locale: 'fr-CA', data });
  return documentId;
}

/** Writes a draft of a document in a locale, creating it there when it is missing. */
export async function write(
  cms: TestCms,
  kind: EntryKind,
  documentId: string,
  locale: Locale,
  data: Fields,
): Promise<void> {
  await documentsOf(cms, kind).update({ documentId, locale, data });
}

export async function publish(
  cms: TestCms,
  kind: EntryKind,
  documentId: string,
  locale: Locale | Locale[] | '*' = 'fr-CA',
): Promise<void> {
  // The document service takes lists too; its types name one locale.
  await documentsOf(cms, kind).publish?.({ documentId, locale: locale as string });
}

export async function publishedArticle(cms: TestCms, fields: Fields = {}): Promise<string> {
  const documentId = await draftArticle(cms, fields);
  await publish(cms, 'article', documentId);
  return documentId;
}

/** A category; it is public at once. */
export async function category(cms: TestCms, name: string): Promise<string> {
  const data: Fields = { name };
  const { documentId } = await documentsOf(cms, 'category').create({ locale: 'fr-CA', data });
  return documentId;
}

/** A document of a kind that is public at once, in both languages; gives its id. */
export async function inBothLanguages(
  cms: TestCms,
  kind: 'category' | 'programme',
  data: Fields,
): Promise<string> {
  const documents = documentsOf(cms, kind);
  const { documentId } = await documents.create({ locale: 'fr-CA', data });
  await documents.update({ documentId, locale: 'en-CA', data });
  return documentId;
}

/** Everything that has changed since a revision, as the site is told. */
export async function changesSince(cms: TestCms, since: number): Promise<Change[]> {
  const response = await cms.get(`/api/site/changes?since=${since}&limit=500`, cms.siteToken);
  return changesResponseSchema.parse(await response.json()).changes;
}

export async function revisionOf(cms: TestCms): Promise<number> {
  const response = await cms.get('/api/site/revision', cms.siteToken);
  const { revision } = (await response.json()) as { revision: number };
  return revision;
}

/** Where a document is public now. */
export async function publicLocales(cms: TestCms, kind: EntryKind, documentId: string): Promise<string[]> {
  const rows = await cms.strapi.db
    .query(`api::${kind}.${kind}`)
    .findMany({ where: { documentId, publishedAt: { $notNull: true } }, orderBy: { locale: 'desc' } });
  return rows.map((row) => row.locale);
}

/** The redirects, as `from → to`. */
export async function redirects(cms: TestCms): Promise<string[]> {
  const rows = await cms.strapi.db.query('api::redirect.redirect').findMany({ orderBy: { from: 'asc' } });
  return rows.map((row) => `${row.from} → ${row.to}`);
}

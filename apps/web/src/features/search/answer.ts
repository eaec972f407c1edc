import { articlePath, type Locale, pagePath, pollPath, programmePath, termPath } from '@passerelle/contracts';
import { longDate } from '../../i18n/dates.ts';
import { messages } from '../../i18n/index.ts';
import { otherLocale, searchPath } from '../../i18n/routes.ts';
import type { Published } from '../../published/published.ts';
import { openSearch } from '../../published/search/open.ts';
import { LAST_PAGE, type SearchHit, type SearchResult } from '../../published/search/search.ts';
import type { SearchableEntry } from '../../published/search/searchable.ts';
import type { ResultView, SearchView } from './search-view.ts';

/** The contents that results are described with. */
type Around = Pick<Published, 'category' | 'latestOn' | 'organization'>;

/** Answers the question in a request's address: `q`, and `page` from 1. Whatever else is there is not read. */
export function answerTo({ url }: Request, locale: Locale, published: Around): SearchView {
  const { searchParams } = new URL(url);
  const page = Number(searchParams.get('page') ?? 1);
  const known = Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
  const result = openSearch()(locale, searchParams.get('q') ?? '', known);
  return searchView(result, locale, published);
}

/** Whether the page's script asks, which shows the results itself. */
export function wantsData({ headers }: Request): boolean {
  return headers.get('accept') === 'application/json';
}

function searchView(result: SearchResult, locale: Locale, published: Around): SearchView {
  const { question, asked, total, page, pages, meant } = result;
  const t = messages(locale).search;
  const { tradeName } = published.organization(locale);
  return {
    question,
    title: messages(locale).site.titleOf(asked ? t.titleOf(question) : t.title, tradeName),
    status: statusOf(result, locale),
    note: result.every ? null : t.some,
    meant: meant === undefined ? null : { label: meant, path: searchPath(locale, meant) },
    results: result.hits.map((hit) => resultView(hit, locale, published)),
    nothing: asked && total === 0,
    pages:
      pages < 2
        ? null
        : {
            text: t.page(String(page), String(pages)),
            previous: page > 1 ? searchPath(locale, question, page - 1) : null,
            next: page < pages ? searchPath(locale, question, page + 1) : null,
          },
    elsewhere: searchPath(otherLocale(locale), question),
  };
}

function statusOf({ asked, question, total }: SearchResult, locale: Locale): string {
  const t = messages(locale).search;
  if (!asked) return '';
  if (total === 0) return t.none(question);
  return total === 1 ? t.one(question) : t.many(total.toLocaleString(locale), question);
}

function resultView({ entry, title, excerpt }: SearchHit, locale: Locale, published: Around): ResultView {
  const t = messages(locale);
  const read = entry.kind === 'programme' ? published.latestOn(locale, entry.documentId) : undefined;
  const topic =
    entry.kind === 'article' && entry.category ? published.category(locale, entry.category)?.name : null;
  return {
    kind: topic ? `${t.search.kinds.article} · ${topic}` : t.search.kinds[entry.kind],
    title,
    path: pathOf(entry),
    excerpt,
    date:
      entry.kind === 'article' ? { iso: entry.publishedAt, text: longDate(locale, entry.publishedAt) } : null,
    status:
      entry.kind === 'programme' ? { name: entry.status, text: t.programme.status[entry.status] } : null,
    notice: entry.kind === 'article' && entry.supersededBy !== null ? t.news.superseded : null,
    read: read ? { label: read.title, path: articlePath(locale, read.slug) } : null,
  };
}

/** Where a document has its page, or its place in one. */
function pathOf(entry: SearchableEntry): string {
  switch (entry.kind) {
    case 'article':
      return articlePath(entry.locale, entry.slug);
    case 'page':
      return pagePath(entry.locale, entry.slug);
    case 'poll':
      return pollPath(entry.locale, entry.slug);
    case 'programme':
      return programmePath(entry.locale, entry.slug);
    case 'term':
      return termPath(entry.locale, entry.slug);
    default:
      return entry satisfies never;
  }
}

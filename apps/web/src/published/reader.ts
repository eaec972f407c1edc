import {
  type Article,
  type Consultant,
  DEFAULT_LOCALE,
  type EntryKind,
  type EntryOf,
  type Locale,
  type Processor,
} from '@passerelle/contracts';
import { LRUCache } from 'lru-cache';
import { namesIn } from './derived.ts';
import { issuesInOrder } from './issue-order.ts';
import { newestWording } from './newest-wording.ts';
import { pollsInOrder } from './poll-order.ts';
import type { ArticleCard, NewsPage, Published } from './published.ts';
import { type Ask, digestOf, idsIn } from './question.ts';
import { cropPosition, type Picture, plainForm, RENDITION_FORMATS, srcsetOf } from './renditions.ts';
import { sitemapReader } from './sitemap.ts';
import { EVERY_ARTICLE } from './snapshot.ts';
import { SOCIAL_SIZE, type SocialCard, socialPath } from './social-card.ts';

/** Articles on a full list page; the first page carries up to twice as many less one. */
export const NEWS_PAGE_SIZE = 12;
/** Lines on a full page of the newsletter's archive. */
export const ISSUE_PAGE_SIZE = 30;

/** Answers kept as what they say, in characters: cards, terms and the organization are on thousands of pages. */
const PARSED_SIZE = 4_000_000;

const parsed = new LRUCache<string, object>({
  maxSize: PARSED_SIZE,
  sizeCalculation: (_, json) => json.length,
});

/** What JSON text says, which nobody can change: the same text gives the same object. */
function sayingOf(json: string): object {
  const known = parsed.get(json);
  if (known !== undefined) return known;
  const says: object = JSON.parse(json, (_, value) => Object.freeze(value));
  parsed.set(json, says);
  return says;
}

/** Reads published content through `ask`, which records what is read, or doesn't. */
export function publishedReader(ask: Ask): Published {
  // The snapshot holds what the contract has parsed; it is read back as that type.
  const parse = <T>(answer: ReturnType<Ask>): T | undefined =>
    typeof answer === 'string' ? (sayingOf(answer) as T) : undefined;

  // An article's own page parses it; what others show of it is its card.
  const entry = <K extends EntryKind>(kind: K, id: string, locale: Locale): EntryOf<K> | undefined => {
    const answer = ask(['entry', kind, id, locale]);
    if (kind !== 'article') return parse<EntryOf<K>>(answer);
    return typeof answer === 'string' ? JSON.parse(answer) : undefined;
  };
  const entries = <K extends EntryKind>(kind: K, locale: Locale, ids: readonly string[]) =>
    ids.map((id) => entry(kind, id, locale)).filter((found) => found !== undefined);
  const everyEntry = <K extends EntryKind>(kind: K, locale: Locale) =>
    entries(kind, locale, idsIn(ask(['ids', kind, locale])));
  const bySlug = <K extends EntryKind>(kind: K, locale: Locale, slug: string) => {
    const id = ask(['id-by-slug', kind, locale, slug]);
    return typeof id === 'string' ? entry(kind, id, locale) : undefined;
  };

  const card = (locale: Locale, id: string) => parse<ArticleCard>(ask(['card', locale, id]));
  const cards = (locale: Locale, ids: readonly string[]) =>
    ids.map((id) => card(locale, id)).filter((found) => found !== undefined);
  const termOf = (category: string | undefined) =>
    category === undefined ? EVERY_ARTICLE : `category:${category}`;
  const byName = (locale: Locale) => (a: { name: string }, b: { name: string }) =>
    a.name.localeCompare(b.name, locale);

  function consultants(locale: Locale): Consultant[] {
    return idsIn(ask(['ids', 'consultant', DEFAULT_LOCALE]))
      .map((id) => entry('consultant', id, locale) ?? entry('consultant', id, DEFAULT_LOCALE))
      .filter((found) => found !== undefined)
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, locale));
  }

  const published: Omit<Published, 'sitemapPages' | 'sitemapPage'> = {
    organization(locale) {
      const [organization] = everyEntry('organization', locale);
      if (!organization) {
        throw new Error(
          `The organization's settings are not published in ${locale}: fill them in first (Organisation).`,
        );
      }
      if (organization.takesQuebecMandates && !consultants(locale).some(({ recognition }) => recognition)) {
        throw new Error(
          'The organization takes Québec mandates, and no consultant with a recognition is published: fill one in first (Consultant).',
        );
      }
      return organization;
    },
    consultants,
    offersQuebec(locale) {
      const { takesQuebecMandates } = published.organization(locale);
      return (
        takesQuebecMandates && consultants(locale).some(({ recognition }) => recognition?.state === 'valid')
      );
    },

    articleBySlug: (locale, slug) => bySlug('article', locale, slug),
    card,
    latest: (locale, limit, category) =>
      cards(locale, idsIn(ask(['latest', locale, termOf(category), limit]))),
    latestOn: (locale, programme) =>
      cards(locale, idsIn(ask(['latest', locale, `programme:${programme}`, 1])))[0],
    newsPage(locale, page, category) {
      // One question for ids and neighbours: were the number of articles asked for, each page would change with it.
      const found = parse<Pick<NewsPage, 'newer' | 'older'> & { ids: string[] }>(
        ask(['page', locale, termOf(category), page, NEWS_PAGE_SIZE]),
      );
      if (!found) return undefined;
      return { cards: cards(locale, found.ids), page, newer: found.newer, older: found.older };
    },
    related: (locale, id) => cards(locale, idsIn(ask(['related', locale, id]))),
    feedArticles: (locale, limit, category) =>
      idsIn(ask(['latest', locale, termOf(category), limit]))
        .map((id): Article | undefined => entry('article', id, locale))
        .filter((article) => article !== undefined),
    articlesSince: (locale, since) => cards(locale, idsIn(ask(['since', locale, since]))),

    categories: (locale) => everyEntry('category', locale).sort(byName(locale)),
    category: (locale, id) => entry('category', id, locale),
    categoryBySlug: (locale, slug) => bySlug('category', locale, slug),
    tags: (locale, ids) => entries('tag', locale, ids),
    authors: (locale, ids) => entries('author', locale, ids),
    programmes: (locale, ids) => entries('programme', locale, ids),
    everyProgramme: (locale) => everyEntry('programme', locale).sort(byName(locale)),
    programmeBySlug: (locale, slug) => bySlug('programme', locale, slug),
    latestAbout: (locale, programme, limit) =>
      cards(locale, idsIn(ask(['latest', locale, `programme:${programme}`, limit]))),
    rounds: (locale, programme) => entries('round', locale, idsIn(ask(['rounds', locale, programme]))),
    hasRounds: (locale, programme) => idsIn(ask(['rounds', locale, programme])).length > 0,
    terms: (locale) => everyEntry('term', locale).sort(byName(locale)),
    termsNamed: (locale, article) => namesIn(ask(['terms-named', locale, article])),
    polls: (locale) => pollsInOrder(everyEntry('poll', locale)),
    poll: (locale, id) => entry('poll', id, locale),
    pollBySlug: (locale, slug) => bySlug('poll', locale, slug),
    openPoll(locale) {
      const id = ask(['open-poll', locale]);
      return typeof id === 'string' ? entry('poll', id, locale) : undefined;
    },
    pages: (locale) => everyEntry('page', locale),
    pageBySlug: (locale, slug) => bySlug('page', locale, slug),

    issues: (locale) => issuesInOrder(everyEntry('issue', locale)),
    issuePage(locale, page) {
      const found = parse<Pick<NewsPage, 'newer' | 'older'> & { ids: string[] }>(
        ask(['issue-page', locale, page, ISSUE_PAGE_SIZE]),
      );
      if (!found) return undefined;
      return { issues: entries('issue', locale, found.ids), page, newer: found.newer, older: found.older };
    },
    issueBySlug: (locale, slug) => bySlug('issue', locale, slug),

    guide: (locale) => everyEntry('guide', locale)[0],
    hasGuide: (locale) => idsIn(ask(['ids', 'guide', locale])).length > 0,
    consentText: (locale, purpose) => newestWording(everyEntry('consent-text', locale), purpose),

    processorsOutside: (day) =>
      idsIn(ask(['ids', 'processor', '']))
        .map((id) => parse<Processor>(ask(['entry', 'processor', id, ''])))
        .filter((processor) => processor !== undefined)
        .filter(({ outsideQuebec, endedOn }) => outsideQuebec && (endedOn === null || endedOn >= day))
        .sort((a, b) => a.name.localeCompare(b.name, DEFAULT_LOCALE)),

    slugIn(kind, id, locale) {
      const slug = ask(['slug', kind, id, locale]);
      return typeof slug === 'string' ? slug : undefined;
    },

    image({ url, alt, focus }) {
      const picture = parse<Picture>(ask(['asset', url]));
      if (!picture) return undefined;
      const { path, width, height } = plainForm(picture);
      return {
        ...{ src: path, mime: 'image/jpeg', width, height, alt },
        sources: RENDITION_FORMATS.map((format) => ({
          type: `image/${format}`,
          srcset: srcsetOf(picture, format),
        })),
        crop: cropPosition(picture, focus),
      };
    },

    socialImage(locale, documentId) {
      const answer = ask(['social', locale, documentId]);
      const card = parse<SocialCard>(answer);
      if (!card) return undefined;
      return { src: socialPath(digestOf(answer)), mime: 'image/jpeg', ...SOCIAL_SIZE, alt: card.title };
    },
  };
  return { ...published, ...sitemapReader(ask, published) };
}

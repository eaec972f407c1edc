import {
  type Article,
  type Block,
  type Category,
  type Organization,
  type Programme,
  termPath,
} from '@passerelle/contracts';
import { calendarDay, longDate, longDay } from '../../i18n/dates.ts';
import { listOf } from '../../i18n/format.ts';
import { messages } from '../../i18n/index.ts';
import { listPath, otherLocale } from '../../i18n/routes.ts';
import { type Siblings, siblingsOf } from '../../layouts/siblings.ts';
import { homeCrumb } from '../../layouts/structured-data.ts';
import { linkTerms } from '../../published/named-terms.ts';
import type { ArticleCard, PlainImage, Published, SiteImage } from '../../published/published.ts';
import type { Crumb } from '../../ui/crumb.ts';
import { type NewsCardView, newsCardView } from '../../ui/news-card.ts';

/** Everything an article's page shows, read once and put into words. */
export interface ArticleView {
  organization: Organization;
  category: Category | undefined;
  crumbs: Crumb[];
  siblings: Siblings;
  /** Its body, in which the first place of each term of the glossary leads there. */
  body: Block[];
  cover: SiteImage | undefined;
  /** Stands for the article where it is shared. */
  social: PlainImage | undefined;
  authors: ReturnType<Published['authors']>;
  byline: string | null;
  published: string;
  /** Only when it was updated on a later day. */
  updated: string | null;
  verified: string | null;
  effective: string | null;
  programmes: { programme: Programme; since: string | null; verified: string | null }[];
  /** One sentence per programme of the article that nobody can apply to any more. */
  programmeBanners: string[];
  /** When it was last corrected; null when it never was. */
  corrected: string | null;
  /** The article that replaces this one: in this language, else in the other. */
  successor: ArticleCard | undefined;
  /** Whether the page ends with how to reach the practice; not below an invitation of the article's own. */
  asksForContact: boolean;
  related: NewsCardView[];
  tags: string[];
}

export function articleView(published: Published, article: Article): ArticleView {
  const { locale, documentId } = article;
  const t = messages(locale);
  const category = article.category === null ? undefined : published.category(locale, article.category);
  const authors = published.authors(locale, article.authors);
  const programmes = published.programmes(locale, article.programmes);
  return {
    organization: published.organization(locale),
    category,
    crumbs: [
      homeCrumb(locale),
      { label: t.news.title, path: listPath(locale, null) },
      ...(category ? [{ label: category.name, path: listPath(locale, category.slug) }] : []),
    ],
    siblings: siblingsOf(published, 'article', documentId),
    body: linkTerms(article.body, published.termsNamed(locale, documentId), (slug) => termPath(locale, slug))
      .body,
    cover: article.cover === null ? undefined : published.image(article.cover),
    social: published.socialImage(locale, documentId),
    authors,
    byline:
      authors.length === 0
        ? null
        : t.article.by(
            listOf(
              locale,
              authors.map(({ name }) => name),
            ),
          ),
    published: t.article.published(longDate(locale, article.publishedAt)),
    updated:
      calendarDay(article.modifiedAt) === calendarDay(article.publishedAt)
        ? null
        : t.article.updated(longDate(locale, article.modifiedAt)),
    verified: article.verifiedAt === null ? null : t.article.verified(longDay(locale, article.verifiedAt)),
    effective:
      article.effectiveFrom === null ? null : t.article.effective(longDay(locale, article.effectiveFrom)),
    programmes: programmes.map((programme) => ({
      programme,
      since: programme.since === null ? null : t.programme.since(longDay(locale, programme.since)),
      verified:
        programme.verifiedAt === null ? null : t.programme.verified(longDay(locale, programme.verifiedAt)),
    })),
    programmeBanners: programmes.map(programmeBanner).filter((banner) => banner !== null),
    corrected: correctedOn(article),
    successor:
      article.supersededBy === null ? undefined : successorOf(published, article, article.supersededBy),
    asksForContact: asksForContact(article, programmes, published.offersQuebec(locale)),
    related: published.related(locale, documentId).map((card) => newsCardView(published, card)),
    tags: published.tags(locale, article.tags).map(({ name }) => name),
  };
}

/** An article is about Québec's programmes unless all those it names are the federal government's. */
function asksForContact({ body }: Article, programmes: readonly Programme[], offersQuebec: boolean): boolean {
  const invites = body.some((block) => block.type === 'call-to-action' && (offersQuebec || !block.quebec));
  const federal = programmes.length > 0 && programmes.every(({ jurisdiction }) => jurisdiction === 'CA');
  return !invites && (offersQuebec || federal);
}

function correctedOn({ locale, corrections }: Article): string | null {
  const last = corrections
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return last === undefined ? null : messages(locale).article.corrected(longDay(locale, last));
}

function successorOf(published: Published, { locale }: Article, documentId: string): ArticleCard | undefined {
  return published.card(locale, documentId) ?? published.card(otherLocale(locale), documentId);
}

/** What a reader must know of a programme before the article; null while it is open or only announced. */
export function programmeBanner({ locale, status, name, since }: Programme): string | null {
  const t = messages(locale).programme;
  switch (status) {
    case 'closed':
      return since === null ? t.closed(name) : t.closedSince(name, longDay(locale, since));
    case 'suspended':
      return since === null ? t.suspended(name) : t.suspendedSince(name, longDay(locale, since));
    case 'open':
    case 'proposed':
      return null;
    default:
      return status satisfies never;
  }
}

import { type Issue, issuePath, type Locale, newsletterArchivePath } from '@passerelle/contracts';
import { richTextHtml } from '../../blocks/rich-text.ts';
import { messages } from '../../i18n/index.ts';
import { archiveFeedPath } from '../../i18n/routes.ts';
import type { Published } from '../../published/published.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedId } from './feed-id.ts';

const FEED_LENGTH = 20;

/** The latest issues of the newsletter, whole. */
export function archiveFeed(published: Published, site: URL, locale: Locale): Feed {
  const t = messages(locale).archive;
  const { tradeName } = published.organization(locale);
  const absolute = (path: string) => new URL(path, site).href;
  const issues = published.issues(locale).slice(0, FEED_LENGTH);
  return {
    id: feedId('archive', locale),
    title: t.feed(tradeName),
    description: t.description,
    publisher: tradeName,
    locale,
    page: absolute(newsletterArchivePath(locale)),
    self: {
      rss: absolute(archiveFeedPath(locale, 'rss')),
      atom: absolute(archiveFeedPath(locale, 'atom')),
      json: absolute(archiveFeedPath(locale, 'json')),
    },
    updatedAt: issues[0]?.sentAt ?? null,
    items: issues.map((issue) => feedItem(issue, site)),
  };
}

function feedItem({ locale, documentId, slug, title, edition, sentAt, body }: Issue, site: URL): FeedItem {
  return {
    id: feedId('issue', locale, documentId),
    url: new URL(issuePath(locale, slug), site).href,
    title,
    summary: null,
    html: richTextHtml(body, { base: site }),
    image: null,
    authors: [],
    categories: [messages(locale).archive.editions[edition]],
    publishedAt: sentAt,
    modifiedAt: sentAt,
  };
}

import { escapeMarkup } from '../../ui/escape.ts';
import { element, emptyElement, textElement, xmlDocument } from '../../ui/xml.ts';
import type { Feed, FeedItem } from './feed.ts';

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** A date as RFC 822 writes it with a four-digit year, which RSS asks for. */
const rfc822 = (instant: string) => new Date(instant).toUTCString().replace('GMT', '+0000');

/**
 * RSS 2.0 (rssboard.org) with the full text in `content:encoded`. Authors are `dc:creator`: RSS's own
 * `author` is an e-mail address. A description is read as HTML, so its text is escaped for that too.
 */
export function rss(feed: Feed): string {
  const channel = element('channel', [
    textElement('title', feed.title),
    textElement('link', feed.page),
    textElement('description', feed.description),
    textElement('language', feed.locale.toLowerCase()),
    emptyElement('atom:link', { href: feed.self.rss, rel: 'self', type: 'application/rss+xml' }),
    textElement('lastBuildDate', feed.updatedAt === null ? null : rfc822(feed.updatedAt)),
    ...feed.items.map(item),
  ]);
  return xmlDocument(element('rss', [channel], NAMESPACES));
}

function item(entry: FeedItem): string {
  return element('item', [
    textElement('title', entry.title),
    textElement('link', entry.url),
    textElement('guid', entry.id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(entry.publishedAt)),
    ...entry.authors.map((name) => textElement('dc:creator', name)),
    ...entry.categories.map((name) => textElement('category', name)),
    textElement('description', entry.summary === null ? null : escapeMarkup(entry.summary)),
    textElement('content:encoded', entry.html),
  ]);
}

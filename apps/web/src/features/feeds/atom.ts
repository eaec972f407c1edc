import { element, emptyElement, textElement, xmlDocument } from '../../ui/xml.ts';
import type { Feed, FeedItem } from './feed.ts';

/** Atom wants to know when a feed changed; one that never had an entry has not. */
const NEVER = '1970-01-01T00:00:00Z';

/** Atom 1.0 (RFC 4287) with the full text. */
export function atom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      [
        textElement('id', feed.id),
        textElement('title', feed.title),
        textElement('subtitle', feed.description),
        textElement('updated', feed.updatedAt ?? NEVER),
        author(feed.publisher),
        emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.self.atom }),
        emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
        ...feed.items.map(entry),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.locale },
    ),
  );
}

function entry(item: FeedItem): string {
  return element('entry', [
    textElement('id', item.id),
    textElement('title', item.title),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    textElement('published', item.publishedAt),
    textElement('updated', item.modifiedAt),
    ...item.authors.map(author),
    ...item.categories.map((name) => emptyElement('category', { term: name })),
    textElement('summary', item.summary),
    textElement('content', item.html, { type: 'html' }),
  ]);
}

const author = (name: string) => element('author', [textElement('name', name)]);

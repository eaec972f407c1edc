import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) with the full text. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    description: feed.description,
    language: feed.locale,
    authors: [{ name: feed.publisher }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      ...(item.summary === null ? {} : { summary: item.summary }),
      content_html: item.html,
      ...(item.image === null ? {} : { image: item.image }),
      date_published: item.publishedAt,
      date_modified: item.modifiedAt,
      authors: item.authors.map((name) => ({ name })),
      tags: item.categories,
    })),
  });
}

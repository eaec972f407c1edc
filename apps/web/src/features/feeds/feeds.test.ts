import type { Entry } from '@passerelle/contracts';
import { XMLParser } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { article, category, documentId } from '../../../tests/support/entries.ts';
import { HOSTILE, HOSTILE_BODY } from '../../testing/hostile-entries.ts';
import { publishedWith } from '../../testing/published-with.ts';
import { atom } from './atom.ts';
import { newsFeed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const SITE = new URL('https://site.example');
const feedOf = (entries: readonly Entry[], of?: ReturnType<typeof category>) =>
  newsFeed(publishedWith(entries), SITE, 'fr-CA', of);

function parseXml(xml: string) {
  return new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => name === 'item' || name === 'entry',
  }).parse(xml, true);
}

const full = article('pstq', {
  title: 'PSTQ : quatre volets',
  dek: 'Un résumé',
  category: documentId('permanente'),
  publishedAt: '2026-05-04T13:00:00Z',
  modifiedAt: '2026-06-01T10:00:00Z',
  body: [
    {
      type: 'text',
      content: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Voir ' },
            { type: 'link', url: '/contact/', children: [{ type: 'text', text: 'nos coordonnées' }] },
          ],
        },
      ],
    },
  ],
});
const permanent = category('permanente', { name: 'Immigration permanente' });

describe('RSS', () => {
  const { channel } = parseXml(rss(feedOf([full, permanent]))).rss;

  it('has what RSS 2.0 asks of a channel, and names itself', () => {
    expect(channel).toMatchObject({ link: 'https://site.example/nouvelles/', language: 'fr-ca' });
    expect(channel.title).toBeTruthy();
    expect(channel.description).toBeTruthy();
    expect(channel['atom:link']['@_href']).toBe('https://site.example/nouvelles/rss.xml');
  });

  it('carries the whole text, with absolute links', () => {
    const [item] = channel.item;
    expect(item.title).toBe('PSTQ : quatre volets');
    expect(item['content:encoded']).toContain('<a href="https://site.example/contact/">nos coordonnées</a>');
    expect(item.category).toBe('Immigration permanente');
    expect(item.pubDate).toBe('Mon, 04 May 2026 13:00:00 +0000');
    expect(item.guid['@_isPermaLink']).toBe('false');
  });
});

describe('Atom', () => {
  it('has what RFC 4287 asks of a feed and of an entry', () => {
    const { feed } = parseXml(atom(feedOf([full, permanent])));
    expect(feed).toMatchObject({ updated: '2026-06-01T10:00:00Z', '@_xml:lang': 'fr-CA' });
    expect(feed.id).toMatch(/^urn:uuid:/);
    expect(feed.author.name).toBeTruthy();
    const [entry] = feed.entry;
    expect(entry).toMatchObject({ published: '2026-05-04T13:00:00Z', updated: '2026-06-01T10:00:00Z' });
    expect(entry.content['@_type']).toBe('html');
    expect(entry.link).toMatchObject({
      '@_rel': 'alternate',
      '@_href': 'https://site.example/nouvelles/pstq/',
    });
  });

  it('is valid with nothing in it', () => {
    expect(parseXml(atom(feedOf([]))).feed.updated).toBe('1970-01-01T00:00:00Z');
    expect(parseXml(rss(feedOf([]))).rss.channel.lastBuildDate).toBeUndefined();
  });
});

describe('JSON Feed', () => {
  it('is version 1.1, with its language and absolute addresses', () => {
    const feed = JSON.parse(jsonFeed(feedOf([full, permanent])));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'fr-CA',
      feed_url: 'https://site.example/nouvelles/feed.json',
      items: [{ url: 'https://site.example/nouvelles/pstq/', tags: ['Immigration permanente'] }],
    });
  });
});

describe('a feed', () => {
  it('keeps the identifiers of its items when a slug or the site changes', () => {
    const idsOf = (feed: ReturnType<typeof newsFeed>) => [feed.id, ...feed.items.map(({ id }) => id)];
    const renamed = newsFeed(
      publishedWith([{ ...full, slug: 'autre' }]),
      new URL('https://other.example'),
      'fr-CA',
    );
    expect(idsOf(renamed)).toEqual(idsOf(feedOf([full])));
    expect(renamed.items[0]?.url).toBe('https://other.example/nouvelles/autre/');
  });

  it('gives each language of a document an identifier of its own', () => {
    const published = publishedWith([full, { ...full, locale: 'en-CA' }]);
    const [french, english] = (['fr-CA', 'en-CA'] as const).map((locale) =>
      newsFeed(published, SITE, locale),
    );
    expect(english?.items[0]?.id).not.toBe(french?.items[0]?.id);
  });

  it('holds the twenty newest, newest first', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      article(`a${index}`, { publishedAt: `2026-05-${String(index + 1).padStart(2, '0')}T12:00:00Z` }),
    );
    const { items } = feedOf(many);
    expect(items.map(({ title }) => title)).toEqual(
      many
        .slice(5)
        .reverse()
        .map(({ title }) => title),
    );
  });

  it('of a category holds its articles alone', () => {
    const feed = feedOf([full, permanent, article('autre')], permanent);
    expect(feed.items.map(({ title }) => title)).toEqual([full.title]);
    expect(feed.self.rss).toBe('https://site.example/nouvelles/categorie/permanente/rss.xml');
  });
});

describe('hostile content', () => {
  const attacked = article('x', { title: HOSTILE, dek: HOSTILE, body: HOSTILE_BODY });

  it('stays text in every format', () => {
    const feed = feedOf([attacked]);
    const [item] = parseXml(rss(feed)).rss.channel.item;
    const [entry] = parseXml(atom(feed)).feed.entry;
    const [json] = JSON.parse(jsonFeed(feed)).items;
    expect(json.title).toBe(HOSTILE);
    for (const html of [item['content:encoded'], entry.content['#text'], json.content_html]) {
      const { document } = parseHTML(`<html><body>${html}</body></html>`);
      expect(document.querySelectorAll('script, img, svg, a')).toHaveLength(0);
      const attributes = [...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames());
      expect(new Set(attributes)).toEqual(new Set(['scope', 'lang']));
      expect(document.querySelector('h2')?.textContent).toBe(HOSTILE);
    }
  });
});

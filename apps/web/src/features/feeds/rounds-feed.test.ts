import { XMLParser } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { documentId, programme, round } from '../../../tests/support/entries.ts';
import { HOSTILE } from '../../testing/hostile-entries.ts';
import { publishedWith } from '../../testing/published-with.ts';
import { jsonFeed } from './json-feed.ts';
import { roundsFeed } from './rounds-feed.ts';
import { rss } from './rss.ts';

const SITE = new URL('https://site.example');
const pstq = programme('pstq');
const of = { programme: pstq.documentId };

const feedOf = (...rounds: ReturnType<typeof round>[]) =>
  roundsFeed(publishedWith([pstq, ...rounds]), SITE, pstq);

test('a feed holds the rounds of its programme, newest first, each leading to its row', () => {
  const feed = feedOf(
    round('a', { ...of, date: '2026-03-02' }),
    round('b', { ...of, date: '2026-04-30', invitations: 983, lowestScore: 571, stream: 'Volet 1' }),
    round('autre', { programme: documentId('peq'), date: '2026-05-01' }),
  );
  expect(feed.items.map(({ url }) => url)).toEqual([
    `https://site.example/programmes/pstq/rondes/#${documentId('b')}`,
    `https://site.example/programmes/pstq/rondes/#${documentId('a')}`,
  ]);
  expect(feed.items[0]).toMatchObject({
    title: 'PSTQ, 30\u00a0avril 2026\u00a0: 983 invitations',
    summary: 'Volet 1 · Pointage le plus bas\u00a0: 571',
    publishedAt: '2026-04-30T12:00:00Z',
  });
  expect(feed.self.rss).toBe('https://site.example/programmes/pstq/rondes/rss.xml');
  expect(JSON.parse(jsonFeed(feed)).items).toHaveLength(2);
});

test('a source in another language says so', () => {
  const source = {
    title: 'A round',
    publisher: 'P',
    url: 'https://source.example/',
    readOn: '2026-01-01',
    lang: 'en',
  };
  expect(feedOf(round('a', { ...of, source })).items[0]?.html).toContain(
    '<p>Source\u00a0: <a href="https://source.example/"><cite lang="en">A round</cite></a></p>',
  );
});

test('hostile words stay words', () => {
  const source = { title: HOSTILE, publisher: HOSTILE, url: 'javascript:alert(1)', readOn: '2026-01-01' };
  const xml = rss(feedOf(round('a', { ...of, stream: HOSTILE, note: HOSTILE, source })));
  const [item] = new XMLParser({ isArray: (name) => name === 'item' }).parse(xml).rss.channel.item;
  const { document } = parseHTML(`<html><body>${item['content:encoded']}</body></html>`);
  expect(document.querySelectorAll('script, img, svg, a')).toHaveLength(0);
  expect(document.querySelector('p')?.textContent).toBe(HOSTILE);
});

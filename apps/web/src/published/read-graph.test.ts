import type { Block, Change, Entry } from '@passerelle/contracts';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  article,
  category,
  documentId,
  issue,
  poll,
  programme,
  round,
  term,
} from '../../tests/support/entries.ts';
import { mayChangePaths, snapshotWriter, type Touched } from './apply.ts';
import type { Published } from './published.ts';
import { snapshotQueries } from './queries.ts';
import { createReadGraph } from './read-graph.ts';
import { publishedReader } from './reader.ts';
import { createRecorder, type Reads } from './recorder.ts';
import { openSnapshot } from './snapshot.ts';

/** Pages that read in every way there is. */
const PAGES: Record<string, (published: Published) => unknown> = {
  list: (published) => published.newsPage('fr-CA', null),
  'list of c1': (published) => published.newsPage('fr-CA', null, documentId('c1')),
  'page 1': (published) => published.newsPage('fr-CA', 1),
  feed: (published) => published.feedArticles('fr-CA', 3),
  latest: (published) => published.latest('fr-CA', 2, documentId('c2')),
  categories: (published) => published.categories('fr-CA'),
  sitemap: (published) => published.sitemapPage('fr-CA', 2),
  'first sitemap': (published) => published.sitemapPage('fr-CA', 1),
  polls: (published) => published.polls('fr-CA').map(({ slug }) => slug),
  'open poll': (published) => published.openPoll('fr-CA')?.question,
  'poll p1': (published) => published.pollBySlug('fr-CA', 'p1'),
  programmes: (published) => published.everyProgramme('fr-CA').map(({ name, status }) => [name, status]),
  'programme g1': (published) => [
    published.programmeBySlug('fr-CA', 'g1'),
    published.latestAbout('fr-CA', documentId('g1'), 2).map(({ title }) => title),
  ],
  'rounds of g1': (published) => published.rounds('fr-CA', documentId('g1')),
  'has rounds of g2': (published) => published.hasRounds('fr-CA', documentId('g2')),
  archive: (published) => published.issues('fr-CA'),
  'archive page': (published) => published.issuePage('fr-CA', null),
  'archive page 1': (published) => published.issuePage('fr-CA', 1),
  glossary: (published) => published.terms('fr-CA'),
  since: (published) => published.articlesSince('fr-CA', '2026-05-05T00:00:00.000Z'),
  ...Object.fromEntries(
    ['a1', 'a2', 'a3', 'a4'].map((name) => [
      name,
      (published: Published) => {
        const found = published.articleBySlug('fr-CA', name);
        return (
          found && [
            found,
            published.related('fr-CA', found.documentId).map(({ title }) => title),
            published.slugIn('article', found.documentId, 'en-CA'),
            published.termsNamed('fr-CA', found.documentId),
            found.category && published.category('fr-CA', found.category)?.name,
          ]
        );
      },
    ]),
  ),
};

const saying = (text: string): Block[] => [
  { type: 'text', content: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
];
const name = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
const tagId = fc.constantFrom('t1', 't2', 't3').map(documentId);
const articleEntry: fc.Arbitrary<Entry> = fc
  .record({
    name,
    title: fc.constantFrom('Un', 'Deux', 'Trois'),
    slug: name,
    locale: fc.constantFrom('fr-CA' as const, 'en-CA' as const),
    category: fc.constantFrom(null, documentId('c1'), documentId('c2')),
    tags: fc.uniqueArray(tagId, { maxLength: 2 }),
    pinnedRelated: fc.uniqueArray(name.map(documentId), { maxLength: 1 }),
    supersededBy: fc.constantFrom(null, documentId('a1')),
    programmes: fc.uniqueArray(fc.constantFrom('g1', 'g2').map(documentId), { maxLength: 2 }),
    words: fc.constantFrom('Le CSQ, puis Arrima.', 'Le CAQ.', 'Rien.'),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ name, day, words, ...given }) =>
    article(name, {
      ...given,
      body: saying(words),
      publishedAt: `2026-05-${String(day).padStart(2, '0')}T12:00:00.000Z`,
    }),
  );
const categoryEntry: fc.Arbitrary<Entry> = fc
  .tuple(fc.constantFrom('c1', 'c2'), fc.constantFrom('Travail', 'Études'))
  .map(([key, label]) => category(key, { name: label }));
const pollEntry: fc.Arbitrary<Entry> = fc
  .record({
    name: fc.constantFrom('p1', 'p2', 'p3'),
    state: fc.constantFrom('open' as const, 'closed' as const),
    question: fc.constantFrom('Où\u202f?', 'Quand\u202f?'),
  })
  .map(({ name, ...given }) => poll(name, given));
const programmeEntry: fc.Arbitrary<Entry> = fc
  .record({ name: fc.constantFrom('g1', 'g2'), status: fc.constantFrom('open' as const, 'closed' as const) })
  .map(({ name, ...given }) => programme(name, given));
const roundEntry: fc.Arbitrary<Entry> = fc
  .record({
    name: fc.constantFrom('r1', 'r2', 'r3'),
    programme: fc.constantFrom(null, documentId('g1'), documentId('g2')),
    date: fc.constantFrom('2026-04-29', '2026-04-30'),
    invitations: fc.constantFrom(100, 200),
  })
  .map(({ name, ...given }) => round(name, given));
const termEntry: fc.Arbitrary<Entry> = fc
  .record({ name: fc.constantFrom('w1', 'w2'), acronym: fc.constantFrom('CSQ', 'CAQ', null) })
  .map(({ name, acronym }) => term(name, { name: name === 'w1' ? 'Arrima' : 'Autre', acronym }));
const change: fc.Arbitrary<Change> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: articleEntry },
      categoryEntry,
      pollEntry,
      programmeEntry,
      { weight: 2, arbitrary: roundEntry },
      { weight: 2, arbitrary: termEntry },
    ),
    fc.boolean(),
  )
  .map(([entry, stays]) => ({
    kind: entry.kind,
    documentId: entry.documentId,
    locale: entry.locale,
    entry: stays ? entry : null,
  }));

test('re-rendering what is stale leaves every page as a cold render would make it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (history) => {
      const database = openSnapshot(':memory:');
      const writer = snapshotWriter(database);
      const recorder = createRecorder(snapshotQueries(database));
      const graph = createReadGraph(recorder);
      const warm = new Map<string, string>();
      const render = (page: string) => {
        const reads: Reads = new Map();
        warm.set(page, JSON.stringify(PAGES[page]?.(publishedReader(recorder.askFor(reads)))) ?? '');
        graph.setPage(page, reads);
      };
      for (const page of Object.keys(PAGES)) render(page);
      for (const changes of history) {
        const touched: Touched = new Set();
        for (const each of changes) writer.apply(each, touched);
        for (const page of graph.stale(touched)) render(page);

        const cold = createRecorder(snapshotQueries(database));
        for (const [page, show] of Object.entries(PAGES)) {
          const expected = JSON.stringify(show(publishedReader(cold.askFor(new Map())))) ?? '';
          expect({ page, shown: warm.get(page) }).toEqual({ page, shown: expected });
        }
      }
      database.close();
    }),
    { numRuns: 150 },
  );
});

test('a changed body makes its own page stale, not the lists', () => {
  const { apply, graph, render } = warmSite();
  for (const page of ['list', 'a1', 'a2', 'feed']) render(page);
  const stale = graph.stale(
    apply(article('a1', { body: [], tags: [documentId('t1')], category: documentId('c1') })),
  );
  expect([...stale].sort()).toEqual(['a1', 'feed']);
});

test('a new article changes the first page of a list, and none of the numbered ones', () => {
  const { apply, graph, render } = warmSite();
  for (let day = 1; day <= 27; day += 1) {
    apply(article(`b${day}`, { publishedAt: `2026-01-${String(day).padStart(2, '0')}T12:00:00.000Z` }));
  }
  graph.stale([]);
  for (const page of ['list', 'page 1']) render(page);
  expect([...graph.stale(apply(article('neuf', { publishedAt: '2026-11-23T12:00:00.000Z' })))]).toEqual([
    'list',
  ]);
});

test('a new issue changes the first page of the archive, and none of the numbered ones', () => {
  const { apply, graph, render } = warmSite();
  const sent = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
  for (let day = 1; day <= 65; day += 1) apply(issue(`i${day}`, { sentAt: sent(day) }));
  graph.stale([]);
  for (const page of ['archive page', 'archive page 1']) render(page);
  expect([...graph.stale(apply(issue('neuf', { sentAt: sent(66) })))]).toEqual(['archive page']);
});

test('a poll that is not the open one does not make the home page stale', () => {
  const { apply, graph, render } = warmSite();
  apply(poll('p1'));
  apply(poll('p2', { state: 'closed' }));
  graph.stale([]);
  for (const page of ['open poll', 'polls', 'poll p1']) render(page);
  expect([...graph.stale(apply(poll('p2', { state: 'closed', question: 'Autre' })))]).toEqual(['polls']);
  expect([...graph.stale(apply(poll('p1', { state: 'closed' })))].sort()).toEqual([
    'open poll',
    'poll p1',
    'polls',
  ]);
});

test('a round makes the pages of its own programme stale, and not those of another', () => {
  const { apply, graph, render } = warmSite();
  apply(round('r1', { programme: documentId('g1') }));
  apply(round('r2', { programme: documentId('g2') }));
  graph.stale([]);
  for (const page of ['rounds of g1', 'has rounds of g2', 'programme g1']) render(page);
  const changed = (name: string, of: string) =>
    [...graph.stale(apply(round(name, { programme: documentId(of), invitations: 1 })))].sort();
  expect(changed('r2', 'g2')).toEqual([]);
  expect(changed('r1', 'g1')).toEqual(['rounds of g1']);
});

test('a term makes stale the articles that name it, and a definition none', () => {
  const { apply, graph, render } = warmSite();
  apply(article('a1', { body: saying('Le CSQ.') }));
  graph.stale([]);
  for (const page of ['a1', 'a2', 'glossary']) render(page);
  expect([...graph.stale(apply(term('csq', { acronym: 'CSQ' })))].sort()).toEqual(['a1', 'glossary']);
  for (const page of ['a1', 'glossary']) render(page);
  const reworded = term('csq', { acronym: 'CSQ', definition: [] });
  expect([...graph.stale(apply(reworded))]).toEqual(['glossary']);
});

test('a round that goes over to another programme may change which pages there are', () => {
  const { apply } = warmSite();
  apply(round('r1', { programme: documentId('g1') }));
  expect(mayChangePaths(apply(round('r1', { programme: documentId('g2') })))).toBe(true);
  expect(
    mayChangePaths(
      apply(article('a1', { title: 'Autre', tags: [documentId('t1')], category: documentId('c1') })),
    ),
  ).toBe(false);
});

test('a dropped page is not stale any more', () => {
  const { apply, graph, render } = warmSite();
  render('a1');
  graph.dropPage('a1');
  expect(graph.stale(apply(article('a1', { title: 'Autre' }))).size).toBe(0);
});

function warmSite() {
  const database: Database.Database = openSnapshot(':memory:');
  const writer = snapshotWriter(database);
  const recorder = createRecorder(snapshotQueries(database));
  const graph = createReadGraph(recorder);
  const apply = (entry: Entry): Touched => {
    const touched: Touched = new Set();
    writer.apply({ kind: entry.kind, documentId: entry.documentId, locale: entry.locale, entry }, touched);
    return touched;
  };
  for (const key of ['a1', 'a2', 'a3']) {
    apply(article(key, { tags: [documentId('t1')], category: documentId('c1') }));
  }
  const render = (page: string) => {
    const reads: Reads = new Map();
    PAGES[page]?.(publishedReader(recorder.askFor(reads)));
    graph.setPage(page, reads);
  };
  return { apply, graph, render };
}

import { type Entry, LOCALES } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoContent } from '../../../tests/support/demo-content.ts';
import { article, documentId } from '../../../tests/support/entries.ts';
import { writeSnapshot } from '../../testing/published-with.ts';
import { snapshotWriter } from '../apply.ts';
import { type SearchResult, snapshotSearch } from './search.ts';
import { searchableText } from './searchable.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

const demo = snapshotSearch(writeSnapshot(':memory:', demoContent()));
const searchIn = (...entries: Entry[]) => snapshotSearch(writeSnapshot(':memory:', entries));
const slugs = ({ hits }: SearchResult) => hits.map(({ entry }) => ('slug' in entry ? entry.slug : ''));
const textOf = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly { text: string; mark: boolean }[]) =>
  pieces.filter(({ mark }) => mark).map(({ text }) => text);

const saying = (name: string, text: string, given: Parameters<typeof article>[1] = {}) =>
  article(name, {
    body: [{ type: 'text', content: [{ type: 'paragraph', children: [{ type: 'text', text }] }] }],
    ...given,
  });

describe('any question', () => {
  const signs = fc.constantFrom(
    '"',
    '*',
    '(',
    ')',
    '^',
    ':',
    '-',
    '+',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    'title:',
    '{',
    '\0',
    '%',
    "'",
    ' ',
  );
  const words = fc.constantFrom(
    'permis',
    'PEQ',
    'l’',
    'œuvre',
    'immigr',
    'entrée',
    'express',
    'ﷺ',
    '学',
    '\ud800',
  );
  const question = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(fc.oneof(signs, words), { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.array(fc.oneof(signs, words), { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('is answered, the same each time, with the documents’ own words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        question,
        fc.integer({ min: 1, max: 3 }),
        (locale, text, page) => {
          const result = demo(locale, text, page);
          expect(demo(locale, text, page)).toEqual(result);
          expect(result.question.length).toBeLessThanOrEqual(200);
          expect(result.hits.length).toBeLessThanOrEqual(10);
          for (const { entry, title } of result.hits) {
            expect(entry.locale).toBe(locale);
            expect(textOf(title)).toBe(searchableText(entry).title);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(['', ' ', 'le', 'a', '???', '"', 'AND', 'l’'])(
    '%j finds nothing, and says so without fault',
    (text) => {
      expect(demo('fr-CA', text, 1).hits).toEqual([]);
    },
  );

  it('is read up to its greatest length, and no further', () => {
    expect(demo('fr-CA', `${'x'.repeat(250)} PEQ`, 1).question).toBe('x'.repeat(200));
  });
});

describe('an acronym and its name', () => {
  const cases = LOCALES.flatMap((locale) =>
    vocabulary.concepts.flatMap(({ short, ...names }) =>
      names[locale].flatMap((name) => short.map((acronym) => ({ locale, acronym, name }))),
    ),
  );
  it.each(cases)('find each other: $acronym, $name ($locale)', ({ locale, acronym, name }) => {
    const search = searchIn(
      saying('acronym', `On parle de ${acronym}.`, { locale }),
      saying('name', `On parle de ${name}.`, { locale }),
      saying('neither', 'On parle d’autre chose.', { locale }),
    );
    for (const question of [acronym, acronym.toLowerCase(), name]) {
      const result = search(locale, question, 1);
      expect(slugs(result).sort(), question).toEqual(['acronym', 'name']);
      expect(result.hits.flatMap(({ excerpt }) => marked(excerpt)).sort()).toEqual([acronym, name].sort());
    }
  });

  it.each(['EIMT', 'LMIA', 'labour market impact assessment'])(
    'in the other language find it too: %s',
    (question) => {
      expect(slugs(demo('fr-CA', question, 1))).toContain('eimt-employeurs');
      expect(slugs(demo('en-CA', question, 1))).toContain('lmia-employers-quebec');
    },
  );
});

describe('the order of what is found', () => {
  it('is title, summary, body; then newer first; what has been replaced comes last', () => {
    const at = (day: string) => ({ publishedAt: `2026-05-${day}T12:00:00Z` });
    const search = searchIn(
      saying('old-body', 'Le permis, le permis, encore le permis.', at('01')),
      saying('new-body', 'Le permis, le permis, encore le permis.', at('02')),
      saying('summary', 'Rien.', { dek: 'Un permis.', ...at('01') }),
      saying('title', 'Rien.', { title: 'Un permis', ...at('01') }),
      saying('replaced', 'Le permis.', {
        title: 'Un permis',
        supersededBy: documentId('title'),
        ...at('09'),
      }),
    );
    expect(slugs(search('fr-CA', 'permis', 1))).toEqual([
      'title',
      'summary',
      'new-body',
      'old-body',
      'replaced',
    ]);
  });

  it('goes on from page to page without a gap', () => {
    const many = Array.from({ length: 23 }, (_, index) => saying(`n-${index}`, 'Le permis.'));
    const search = searchIn(...many);
    const pages = [1, 2, 3].map((page) => search('fr-CA', 'permis', page));
    expect(pages.map(({ total, pages, hits }) => [total, pages, hits.length])).toEqual([
      [23, 3, 10],
      [23, 3, 10],
      [23, 3, 3],
    ]);
    expect(new Set(pages.flatMap(slugs)).size).toBe(23);
    expect(search('fr-CA', 'permis', 9)).toMatchObject({ total: 23, hits: [] });
  });
});

describe('when no document has all words', () => {
  it('those are shown that have those words which occur', () => {
    const result = demo('fr-CA', 'parrainage xyzzyplugh conjoint', 1);
    expect(result).toMatchObject({ every: false, total: expect.any(Number) });
    expect(slugs(result)[0]).toBe('parrainer-conjoint');
    expect(demo('fr-CA', 'parrainage xyzzyplugh conjoint', 2).every).toBe(false);
  });

  it.each([
    ['conjiont', 'conjoint'],
    ['parraner mon conjoint', 'parrainer mon conjoint'],
    ['regroupment familial', 'regroupement familial'],
    ['citoyenete', 'citoyenneté'],
  ])('%s may have meant %s', (question, meant) => {
    expect(demo('fr-CA', question, 1).meant).toBe(meant);
    expect(demo('fr-CA', meant, 1).total).toBeGreaterThan(0);
  });

  it('nothing is guessed for what is near no word', () => {
    expect(demo('fr-CA', 'xyzzyplugh', 1)).toMatchObject({ total: 0, meant: undefined });
  });
});

describe('an excerpt', () => {
  it('shows where the words stand, marked, with the words around', () => {
    const long = Array.from({ length: 80 }, (_, index) => `Phrase ${index} sans rien.`).join(' ');
    const search = searchIn(saying('a', `${long} On demande un permis d’études à l’étranger. ${long}`));
    const [hit] = search('fr-CA', 'étude permis', 1).hits;
    const excerpt = hit?.excerpt ?? [];
    expect(marked(excerpt)).toEqual(['permis', 'études']);
    expect(textOf(excerpt)).toMatch(/^… .*On demande un permis d’études à l’étranger\..* …$/);
    expect(textOf(excerpt).length).toBeLessThan(240);
  });
});

describe('the index', () => {
  const edit = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    text: fc.constantFrom('Un permis de travail.', 'Le parrainage d’un conjoint.', 'Rien.', null),
    locale: fc.constantFrom(...LOCALES),
  });

  it('follows every change: it finds what an index made anew finds', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const database = writeSnapshot(':memory:', []);
        const { apply } = snapshotWriter(database);
        const now = new Map<string, Entry>();
        for (const { name, text, locale } of edits) {
          const entry = text === null ? null : saying(name, text, { locale });
          const id = documentId(name);
          database.transaction(() => apply({ kind: 'article', documentId: id, locale, entry }, new Set()))();
          if (entry) now.set(`${id}/${locale}`, entry);
          else now.delete(`${id}/${locale}`);
        }
        const warm = snapshotSearch(database);
        const cold = searchIn(...now.values());
        for (const locale of LOCALES) {
          for (const question of ['permis', 'parrainer', 'rien', 'travail conjoint', 'texte']) {
            expect(slugs(warm(locale, question, 1))).toEqual(slugs(cold(locale, question, 1)));
          }
        }
        database.close();
      }),
      { numRuns: 60 },
    );
  });
});

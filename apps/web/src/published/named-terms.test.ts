import type { Block, InlineNode } from '@passerelle/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTerms, namesOf } from './named-terms.ts';

const NAMES = [
  { slug: 'csq', name: 'CSQ' },
  { slug: 'csq', name: 'Certificat de sélection du Québec' },
  { slug: 'ronde', name: 'ronde d’invitations' },
];
const href = (slug: string) => `/glossaire/#${slug}`;
const paragraph = (...children: InlineNode[]): Block => ({
  type: 'text',
  content: [{ type: 'paragraph', children }],
});
const text = (value: string): InlineNode => ({ type: 'text', text: value });
const link = (url: string, value: string): InlineNode => ({
  type: 'link',
  url,
  children: [{ type: 'text', text: value }],
});

test('the first place of a term becomes a link, the others stay', () => {
  const { body, linked } = linkTerms([paragraph(text('Le CSQ, puis le CSQ.'))], NAMES, href);
  expect(body).toEqual([paragraph(text('Le '), link('/glossaire/#csq', 'CSQ'), text(', puis le CSQ.'))]);
  expect(linked).toEqual(['csq']);
});

test('a term is found at the beginning of a sentence, and after an elision', () => {
  const found = (value: string) => linkTerms([paragraph(text(value))], NAMES, href).linked;
  expect(found('Ronde d’invitations du jour')).toEqual(['ronde']);
  expect(found('L’CSQ')).toEqual(['csq']);
  expect(found('certificat de sélection du Québec')).toEqual(['csq']);
});

test.each(['CSQs', 'le csq', 'ACSQ', 'rondes d’invitations'])('%s is another word', (value) => {
  expect(linkTerms([paragraph(text(value))], NAMES, href).linked).toEqual([]);
});

test('headings, quotations, code and links are left as they are', () => {
  const body: Block[] = [
    {
      type: 'text',
      content: [
        { type: 'heading', level: 2, children: [text('CSQ')] },
        { type: 'quote', children: [text('CSQ')] },
        { type: 'code', children: [{ type: 'text', text: 'CSQ' }] },
        {
          type: 'paragraph',
          children: [link('/ailleurs/', 'CSQ'), { type: 'text', text: 'CSQ', code: true }],
        },
      ],
    },
    { type: 'callout', tone: 'note', title: 'CSQ', content: [] },
  ];
  expect(linkTerms(body, NAMES, href)).toEqual({ body, linked: [] });
});

test('lists are read too, and marks are kept', () => {
  const item = (children: InlineNode[]): Block => ({
    type: 'text',
    content: [{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children }] }],
  });
  const { body } = linkTerms([item([{ type: 'text', text: 'le CSQ', bold: true }])], NAMES, href);
  expect(body).toEqual([
    item([
      { type: 'text', text: 'le ', bold: true },
      { type: 'link', url: '/glossaire/#csq', children: [{ type: 'text', text: 'CSQ', bold: true }] },
    ]),
  ]);
});

test('no word of a text is lost or moved, and each term is linked once at most', () => {
  const words = fc.constantFrom(
    'CSQ',
    ' ',
    'ronde d’invitations',
    'le',
    ', ',
    'é',
    'Certificat de sélection du Québec',
  );
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 8 }), { maxLength: 4 }), (runs) => {
      const body = [paragraph(...runs.map((run) => text(run.join(''))))];
      const { body: after, linked } = linkTerms(body, NAMES, href);
      expect(wordsOf(after)).toBe(wordsOf(body));
      expect(new Set(linked).size).toBe(linked.length);
      // What decided on the links decides the same again, whatever else was offered.
      const again = NAMES.filter(({ slug }) => linked.includes(slug));
      expect(linkTerms(body, again, href).body).toEqual(after);
    }),
  );
});

test('a term is named by its name, its acronym and its other spellings', () => {
  const names = namesOf({
    kind: 'term',
    documentId: 'a'.repeat(24),
    locale: 'fr-CA',
    slug: 'csq',
    name: 'Certificat',
    acronym: 'CSQ',
    aliases: ['certificats'],
    definition: [],
    programme: null,
    sources: [],
  });
  expect(names.map(({ name }) => name)).toEqual(['Certificat', 'CSQ', 'certificats']);
});

const wordsOf = (body: readonly Block[]): string =>
  body
    .flatMap((block) => (block.type === 'text' ? block.content : []))
    .flatMap((node) => (node.type === 'paragraph' ? node.children : []))
    .map((node) => (node.type === 'link' ? node.children.map((child) => child.text).join('') : node.text))
    .join('');

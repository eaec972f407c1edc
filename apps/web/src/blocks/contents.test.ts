import type { Block, RichTextNode } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from './contents.ts';

const heading = (text: string, level = 2): RichTextNode => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
});
const body = (...content: RichTextNode[]): Block[] => [{ type: 'text', content }];
const idsOf = (...titles: string[]) =>
  partsOf(body(...titles.map((title) => heading(title)))).map(({ id }) => id);

describe('the parts of a body', () => {
  it('are its headings of level 2 that have words, in all its texts', () => {
    const parts = partsOf([
      ...body(heading('Un'), heading('Sous', 3), heading('  ')),
      { type: 'quote', text: 'x', lang: 'fr', attribution: null, url: null },
      ...body(heading('Deux')),
    ]);
    expect(parts.map(({ title }) => title)).toEqual(['Un', 'Deux']);
  });

  it('are named by their words, without accents', () => {
    expect(idsOf('À quoi sert l’EIMT\u202f?', 'Le cœur du dossier\u00a0: 2026')).toEqual([
      'section-a-quoi-sert-l-eimt',
      'section-le-coeur-du-dossier-2026',
    ]);
  });

  it('are numbered when they have the same words', () => {
    expect(idsOf('Après', 'Apres\u202f!', 'Après')).toEqual([
      'section-apres',
      'section-apres--2',
      'section-apres--3',
    ]);
  });

  it('have ids of their own, whatever their titles', () => {
    const title = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Après', 'Après 2', 'apres-2', '?', '!', 'É', 'é', '2'),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const ids = idsOf(...titles);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^section-\S*$/);
      }),
    );
  });

  it('keep their ids when another part comes before them', () => {
    expect(idsOf('Nouveau', 'Les délais', 'Les frais').slice(1)).toEqual(idsOf('Les délais', 'Les frais'));
  });
});

import { expect, test } from 'vitest';
import { term } from '../../../tests/support/entries.ts';
import { HOSTILE } from '../../testing/hostile-entries.ts';
import { scriptJson } from '../../ui/escape.ts';
import { byLetter, glossaryGraph, plainText } from './glossary.ts';

const SITE = new URL('https://site.example');
const named = (name: string) => term(name.toLowerCase(), { name });

test('terms stand under their letter, an accent or not', () => {
  const groups = byLetter(['Arrima', 'Échelle', 'Entrée express', '5 niveaux'].map(named));
  expect(groups.map(({ letter, terms }) => [letter, terms.length])).toEqual([
    ['A', 1],
    ['E', 2],
    ['#', 1],
  ]);
});

test('a definition is told without its marks', () => {
  const definition = plainText([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Voir ', bold: true },
        { type: 'link', url: '/x/', children: [{ type: 'text', text: 'là' }] },
      ],
    },
    {
      type: 'list',
      format: 'unordered',
      children: [{ type: 'list-item', children: [{ type: 'text', text: 'un' }] }],
    },
  ]);
  expect(definition).toBe('Voir là\nun');
});

test('structured data names each term with its place, and stays data whatever a term says', () => {
  const terms = [term('csq', { acronym: 'CSQ' }), term('x', { name: HOSTILE })];
  const graph = glossaryGraph('fr-CA', terms, [], SITE);
  expect(graph['@graph'][0]).toMatchObject({
    '@type': 'DefinedTermSet',
    hasDefinedTerm: [{ termCode: 'CSQ', url: 'https://site.example/glossaire/#csq' }, { name: HOSTILE }],
  });
  expect(scriptJson(graph)).not.toContain('</script');
});

import { describe, expect, test } from 'vitest';
import { readHead } from './head.ts';
import { linesOf, textOf } from './lines.ts';

const head = (...lines: string[]) => readHead(linesOf(lines.join('\n')));

describe('readHead', () => {
  test('the first line is the title, a date near it is the date', () => {
    for (const page of [
      ['', '# Le toit vert #', '5 mars 2024', '', 'Texte.'],
      ['5 mars 2024', '', 'Le toit vert', 'Texte.'],
      ['Le toit vert', '============', '', 'Publié le 5 mars 2024', 'Texte.'],
    ]) {
      const found = head(...page);
      expect(found).toMatchObject({ title: 'Le toit vert', date: '2024-03-05', ambiguousDate: null });
      expect(textOf(found?.rest ?? [])).toBe('Texte.');
    }
  });

  test('a date further down belongs to the text', () => {
    expect(head('Titre', 'Un.', 'Deux.', 'Trois.', '5 mars 2024')).toMatchObject({ date: null });
  });

  test('a date that can be read two ways stays in the text', () => {
    const found = head('Titre', '05/03/2024', 'Texte.');
    expect(found).toMatchObject({ date: null, ambiguousDate: 2 });
    expect(textOf(found?.rest ?? [])).toBe('05/03/2024\nTexte.');
  });

  test('a paragraph or an item is no title', () => {
    expect(head('mot '.repeat(60), 'Texte.')).toBeNull();
    expect(head('• un', '• deux')).toBeNull();
    expect(head('', '5 mars 2024')).toBeNull();
  });
});

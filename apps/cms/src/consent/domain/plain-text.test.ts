import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it('has the words of paragraphs, links and nested lists, a line each', () => {
  const text = (words: string) => ({ type: 'text' as const, text: words });
  expect(
    plainText([
      {
        type: 'paragraph',
        children: [text('Voir '), { type: 'link', url: '/a/', children: [text('la page')] }],
      },
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text('un')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [text('deux')] }],
          },
        ],
      },
    ]),
  ).toBe('Voir la page\n– un\n– deux');
});

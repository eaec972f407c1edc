import { richTextSchema } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { MarkdownError, markdownToBlocks } from './markdown.ts';

describe('Markdown', () => {
  it('becomes blocks the contract reads', () => {
    const blocks = [
      '## Un titre',
      'Du **gras _et italique_**, un [lien **gras**](https://example.org/), `code`.',
      '1. un\n2. deux\n   - deux bis',
      '> Une parole.\n>\n> Une autre.',
    ].flatMap(markdownToBlocks);
    expect(richTextSchema.parse(blocks)).toEqual(blocks);
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'quote']);
    expect(blocks[1]).toMatchObject({
      children: [
        { text: 'Du ' },
        { text: 'gras ', bold: true },
        { text: 'et italique', bold: true, italic: true },
        { text: ', un ' },
        {
          type: 'link',
          url: 'https://example.org/',
          children: [{ text: 'lien ' }, { text: 'gras', bold: true }],
        },
        { text: ', ' },
        { text: 'code', code: true },
        { text: '.' },
      ],
    });
    expect(blocks[2]).toMatchObject({
      format: 'ordered',
      children: [{ type: 'list-item' }, { type: 'list-item' }, { type: 'list', format: 'unordered' }],
    });
    expect(blocks[3]).toMatchObject({
      children: [{ text: 'Une parole.' }, { text: '\n\n' }, { text: 'Une autre.' }],
    });
  });

  it('keeps no-break spaces', () => {
    const [block] = markdownToBlocks('« Oui » : déjà ? oui.');
    expect(block).toMatchObject({ children: [{ text: '« Oui » : déjà ? oui.' }] });
  });

  it.each(['<script>alert(1)</script>', 'a <b>b</b>', '![x](y.png)', '---', '- > q'])(
    'refuses %s',
    (markdown) => {
      expect(() => markdownToBlocks(markdown)).toThrow(MarkdownError);
    },
  );
});

import { richTextSchema } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { READER_SLOTS, SLOT } from '../rendition.ts';
import { articlesBody, textBody } from './archived-body.ts';

const article = { title: 'Un seuil', dek: 'En bref.', path: '/nouvelles/un-seuil/', correction: null };

describe('the body of an archived issue', () => {
  it('of a digest leads to each article, the corrected ones apart', () => {
    const corrected = { ...article, title: 'Une date', dek: null, correction: 'Le 3, et non le 2.' };
    const body = articlesBody([article], [corrected], 'Corrigé');
    expect(richTextSchema.parse(body)).toEqual(body);
    expect(body.map((node) => (node.type === 'heading' ? node.level : node.type))).toEqual([
      2,
      'paragraph',
      2,
      3,
      'paragraph',
    ]);
    expect(JSON.stringify(body)).toContain('Le 3, et non le 2.');
  });

  it('of a mail has no line with a reader’s own link, and not who writes', () => {
    const mail = `Bonjour.\nDeux lignes.\n\nVoir https://exemple.example/a.\n\nParce que\nGérer : ${READER_SLOTS.manage}\nFin : ${READER_SLOTS.unsubscribe}\n\n-- \nCabinet inc.\n`;
    const body = textBody(mail, SLOT);
    expect(richTextSchema.parse(body)).toEqual(body);
    expect(body).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Bonjour.\nDeux lignes.' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Voir ' },
          {
            type: 'link',
            url: 'https://exemple.example/a',
            children: [{ type: 'text', text: 'https://exemple.example/a' }],
          },
          { type: 'text', text: '.' },
        ],
      },
      { type: 'paragraph', children: [{ type: 'text', text: 'Parce que' }] },
    ]);
  });

  it('is nothing where a mail says nothing', () => {
    expect(textBody(`${READER_SLOTS.manage}\n-- \nCabinet`, SLOT)).toEqual([]);
  });
});

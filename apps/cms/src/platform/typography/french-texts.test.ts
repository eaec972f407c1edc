import { describe, expect, it } from 'vitest';
import { type Attributes, withFrenchSpacing } from './french-texts.ts';

const N = '\u00a0';
const T = '\u202f';

const ATTRIBUTES: Attributes = {
  title: { type: 'string', maxLength: 24 },
  intro: { type: 'text' },
  slug: { type: 'uid' },
  count: { type: 'integer' },
  source: { type: 'component', component: 'source' },
  options: { type: 'component', component: 'option' },
  content: { type: 'blocks' },
  body: { type: 'dynamiczone' },
};
const COMPONENTS: Record<string, Attributes> = {
  source: { title: { type: 'string' }, url: { type: 'string' }, lang: { type: 'string' } },
  option: { label: { type: 'string' } },
  'blocks.rich-text': { content: { type: 'blocks' } },
};
const settle = (data: Record<string, unknown>) =>
  withFrenchSpacing(data, ATTRIBUTES, (component) => COMPONENTS[component] ?? {});

const text = (value: string, more = {}) => ({ type: 'text', text: value, ...more });
const paragraph = (...children: object[]) => [{ type: 'paragraph', children }];

describe('withFrenchSpacing', () => {
  it('sets texts, and nothing that is none', () => {
    expect(settle({ title: 'Qui peut demander ?', intro: 'Un : deux !', slug: 'a ?', count: 3 })).toEqual({
      title: `Qui peut demander${T}?`,
      intro: `Un${N}: deux${T}!`,
      slug: 'a ?',
      count: 3,
    });
    expect(settle({ title: null, intro: undefined, unknown: 'a ?' })).toEqual({
      title: null,
      intro: undefined,
      unknown: 'a ?',
    });
  });

  it('leaves addresses, code, and what would not fit in its field any more', () => {
    const full = 'Où est donc le plan? Ah!';
    expect(settle({ title: full })).toEqual({ title: full });
    const source = { title: 'Avis', url: 'https://exemple.example/?a=1;b=2', lang: null };
    expect(settle({ source })).toEqual({ source });
    const content = paragraph(text('Écrivez '), text('a ? b : c;', { code: true }), text(' dans la page.'));
    expect(settle({ content })).toEqual({ content });
  });

  it('goes into components, one or several, but for those in another language', () => {
    expect(
      settle({
        source: { title: 'Qui ?', lang: 'fr-CA' },
        options: [{ id: 3, label: 'Oui !' }, { label: 'Non' }],
      }),
    ).toEqual({
      source: { title: `Qui${T}?`, lang: 'fr-CA' },
      options: [{ id: 3, label: `Oui${T}!` }, { label: 'Non' }],
    });
    const english = { source: { title: 'What now ?', lang: 'en' } };
    expect(settle(english)).toEqual(english);
    expect(settle({ source: 12, options: null })).toEqual({ source: 12, options: null });
  });

  it('reads a line of rich text as a whole, links and lists too', () => {
    const link = (value: string) => ({ type: 'link', url: '/a/', children: [text(value)] });
    const list = (...lines: object[][]) => ({
      type: 'list',
      format: 'unordered',
      children: lines.map((children) => ({ type: 'list-item', children })),
    });
    expect(
      settle({
        body: [
          {
            __component: 'blocks.rich-text',
            content: [
              ...paragraph(text('Avez-vous lu '), link('le plan'), text(' ? Voici.', { bold: true })),
              list([text('Oui !')], [link('Non'), text(' ;')]),
            ],
          },
          { __component: 'blocks.unknown', content: paragraph(text('Oui !')) },
        ],
      }),
    ).toEqual({
      body: [
        {
          __component: 'blocks.rich-text',
          content: [
            ...paragraph(text('Avez-vous lu '), link('le plan'), text(`${T}? Voici.`, { bold: true })),
            list([text(`Oui${T}!`)], [link('Non'), text(`${T};`)]),
          ],
        },
        { __component: 'blocks.unknown', content: paragraph(text('Oui !')) },
      ],
    });
  });

  it('changes nothing the second time', () => {
    const once = settle({
      title: 'Qui peut demander ?',
      content: paragraph(text('Qui «'), text(' moi » ?')),
    });
    expect(settle(once)).toEqual(once);
  });
});

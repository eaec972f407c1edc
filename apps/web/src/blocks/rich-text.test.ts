import type { LinkNode, RichText, RichTextNode } from '@passerelle/contracts';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { richTextHtml } from './rich-text.ts';

const text = (value: string) => ({ type: 'text', text: value }) as const;
const paragraph = (...children: Extract<RichTextNode, { type: 'paragraph' }>['children']): RichTextNode => ({
  type: 'paragraph',
  children,
});
const link = (url: string, label: string): LinkNode => ({ type: 'link', url, children: [text(label)] });
const parse = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document.body;

describe('rich text', () => {
  it('becomes the elements it names', () => {
    const html = richTextHtml([
      { type: 'heading', level: 2, children: [text('Les délais')] },
      paragraph(
        { type: 'text', text: 'Deux', bold: true, italic: true },
        text(' mois, '),
        link('/contact/', 'écrivez'),
      ),
      { type: 'quote', children: [text('Bienvenue')] },
      { type: 'code', children: [text('a < b')] },
    ]);
    expect(html).toBe(
      '<h2>Les délais</h2><p><strong><em>Deux</em></strong> mois, <a href="/contact/">écrivez</a></p>' +
        '<blockquote><p>Bienvenue</p></blockquote><pre><code>a &lt; b</code></pre>',
    );
  });

  it('puts a nested list into the item before it', () => {
    const html = richTextHtml([
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('un')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [text('un bis')] }],
          },
          { type: 'list-item', children: [text('deux')] },
        ],
      },
    ]);
    expect(html).toBe('<ol><li>un<ul><li>un bis</li></ul></li><li>deux</li></ol>');
  });

  it('keeps line breaks and drops what is empty', () => {
    expect(richTextHtml([paragraph(text('a\nb')), paragraph(text(' ')), paragraph(link('/x/', ''))])).toBe(
      '<p>a<br>b</p>',
    );
  });

  it('makes links absolute where it is read elsewhere', () => {
    const html = richTextHtml([paragraph(link('/contact/', 'x'))], { base: new URL('https://example.org') });
    expect(html).toContain('href="https://example.org/contact/"');
  });
});

describe('hostile rich text', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'java\tscript:alert(1)',
  ])('keeps the words of a link to %j, not the link', (url) => {
    const body = parse(richTextHtml([paragraph(link(url, 'ici'))]));
    expect(body.querySelector('a')).toBeNull();
    expect(body.textContent).toBe('ici');
  });

  it('cannot leave an attribute', () => {
    const body = parse(richTextHtml([paragraph(link('/a"onclick="alert(1)', 'x'))]));
    const anchor = body.querySelector('a');
    expect(anchor?.getAttributeNames()).toEqual(['href']);
    expect(anchor?.getAttribute('href')).toBe('/a"onclick="alert(1)');
  });

  const markup = fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</p></div></main><style>*{display:none}</style>',
    '<!--',
    ']]>',
    '&lt;script&gt;',
  );
  const anyText = fc.record({
    type: fc.constant('text' as const),
    text: fc.oneof(markup, fc.string()),
    bold: fc.boolean(),
    code: fc.boolean(),
  });
  const anyInline = fc.oneof(
    anyText,
    fc.record({
      type: fc.constant('link' as const),
      url: fc.oneof(fc.webUrl(), fc.string()),
      children: fc.array(anyText),
    }),
  );
  const anyNode: fc.Arbitrary<RichTextNode> = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), children: fc.array(anyInline) }),
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.integer({ min: 2, max: 6 }),
      children: fc.array(anyInline),
    }),
    fc.record({ type: fc.constant('code' as const), children: fc.array(anyText) }),
    fc.record({
      type: fc.constant('list' as const),
      format: fc.constantFrom('ordered' as const, 'unordered' as const),
      children: fc.array(
        fc.record({ type: fc.constant('list-item' as const), children: fc.array(anyInline) }),
      ),
    }),
  );
  const ALLOWED = new Set([
    'A',
    'BR',
    'CODE',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'LI',
    'OL',
    'P',
    'PRE',
    'STRONG',
    'UL',
  ]);

  it('never yields another element, attribute or scheme', () => {
    fc.assert(
      fc.property(fc.array(anyNode), (nodes: RichText) => {
        for (const element of parse(richTextHtml(nodes)).querySelectorAll('*')) {
          expect(ALLOWED).toContain(element.tagName);
          expect(element.getAttributeNames()).toEqual(element.tagName === 'A' ? ['href'] : []);
          if (element.tagName === 'A') {
            expect(element.getAttribute('href')).toMatch(/^(https?:|mailto:|tel:|\/(?![/\\])|#)/);
          }
        }
      }),
    );
  });
});

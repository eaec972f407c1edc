import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { escapeMarkup, scriptJson } from './escape.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    ']]>',
    '"\' onload=alert(1) x="',
    '&lt;b&gt;',
  ),
);

describe('escaped text', () => {
  it('has no markup character left and says the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        const { document } = parseHTML(`<html><body><p title="${escapeMarkup('a"b')}">x</p></body></html>`);
        expect(document.querySelector('p')?.getAttribute('title')).toBe('a"b');
      }),
    );
  });

  it('leaves out what XML cannot hold', () => {
    expect(escapeMarkup('a\u0000b\u000bc\ufffe\ud800d\n\te')).toBe('abc\ufffdd\n\te');
  });
});

describe('JSON in a script element', () => {
  it('cannot end the element and parses to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), hostile, (value, text) => {
        const json = scriptJson({ value, text });
        expect(json).not.toContain('<');
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text })));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { safeHref } from './href.ts';

describe('an address', () => {
  it.each([
    '/nouvelles/pstq/',
    '/?a=1#b',
    '#sources',
    'https://www.quebec.ca/immigration',
    'mailto:info@example.org',
    'tel:+14185550142',
  ])('%s is kept', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//evil.example/',
    '/\\evil.example/',
    'nouvelles/',
    '',
  ])('%j is refused', (href) => {
    expect(safeHref(href)).toBeNull();
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutLinks } from './without-links.ts';

it('leaves words and takes addresses out, however deep', () => {
  const token = 'A'.repeat(43);
  const url = `https://exemple.example/infolettre/confirmer/${token}/`;
  expect(withoutLinks({ url, days: 2, lines: [`Voyez ${url} vite`, { more: url }], none: null })).toEqual({
    url: '…',
    days: 2,
    lines: ['Voyez … vite', { more: '…' }],
    none: null,
  });
});

it('leaves no address whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), fc.string(), (before, url, after) => {
      expect(JSON.stringify(withoutLinks({ text: [`${before}${url} ${after}`] }))).not.toContain('http://');
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MailRefused } from './mail-refused.ts';
import { requireUnsubscribe, unsubscribeHeaders } from './unsubscribe.ts';

const url = 'https://passerelle.example/infolettre/desabonnement/abc/';

it('names a page and, where there is one, an address', () => {
  expect(unsubscribeHeaders(requireUnsubscribe({ url, address: null }))).toEqual({
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(unsubscribeHeaders({ url, address: 'fin@passerelle.example' })['List-Unsubscribe']).toBe(
    `<${url}>, <mailto:fin@passerelle.example?subject=unsubscribe>`,
  );
});

describe('nothing of it ends a header', () => {
  it.each([
    { url: 'javascript:alert(1)', address: null },
    { url: 'nothing', address: null },
    { url, address: 'a@b.example\r\nBcc: c@d.example' },
    { url, address: 'a@b.example, c@d.example' },
  ])('%j is refused', (given) => {
    expect(() => requireUnsubscribe(given)).toThrow(MailRefused);
  });

  it('whatever stands in the address of the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let headers: Record<string, string>;
        try {
          headers = unsubscribeHeaders(requireUnsubscribe({ url: `${url}${text}`, address: null }));
        } catch (error) {
          expect(error).toBeInstanceOf(MailRefused);
          return;
        }
        expect(headers['List-Unsubscribe']).toMatch(/^<[!-;=?-~]*>$/);
      }),
    );
  });
});

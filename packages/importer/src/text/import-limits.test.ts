import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatImportError } from '../report/format-report.ts';
import { importErrorCodeSchema, importPlainText, LARGEST_TEXT } from './import-plain-text.ts';

const source = { sourceId: 'vieux-site/potager', locale: 'fr-CA' as const };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('inputs that are no article', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['empty', bytesOf('\ufeff \n\u00a0\n')],
    ['too-large', new Uint8Array(LARGEST_TEXT + 1)],
    ['not-text', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)],
    ['markup', bytesOf('<!DOCTYPE html>\n<title>Un toit</title>')],
    ['no-title', bytesOf('• un\n• deux')],
    ['no-body', bytesOf('Un titre seul\n\nRetour aux nouvelles')],
  ] as const)('%s', (error, bytes) => {
    expect(importPlainText(bytes, source)).toEqual({ ok: false, error });
  });

  test('each has a sentence in both languages', () => {
    for (const code of importErrorCodeSchema.options) {
      expect(formatImportError(code, 'fr-CA')).toMatch(/\.$/);
      expect(formatImportError(code, 'en-CA')).not.toBe(formatImportError(code, 'fr-CA'));
    }
  });

  test('no bytes make it throw', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(bytesOf));
    fc.assert(
      fc.property(bytes, (input) => {
        const result = importPlainText(input, source);
        if (result.ok) expect(result.article.body.length).toBeGreaterThan(0);
        else expect(importErrorCodeSchema.options).toContain(result.error);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['spaces', `x${' '.repeat(300_000)}y`],
    ['one word', 'a'.repeat(300_000)],
    ['mojibake', 'Ã©'.repeat(100_000)],
    ['addresses', 'a/?'.repeat(100_000)],
    ['guillemets', '«'.repeat(150_000)],
    ['bullets', '- a\n'.repeat(100_000)],
    ['back links', 'Retour aux nouvelles\n'.repeat(15_000)],
  ])('a page of nothing but %s takes no undue time', (_, text) => {
    const start = performance.now();
    importPlainText(bytesOf(`Un toit à l’été\n${text}`), source);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

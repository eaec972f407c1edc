import { fileKindSchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';

const kinds = fc.constantFrom(...fileKindSchema.options);

describe('the name of a file', () => {
  it.each([
    ['Passeport (été).PDF', 'Passeport (été).pdf'],
    ['C:\\Users\\x\\contrat.docx', 'contrat.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['facture.pdf.exe', 'facture.pdf'],
    ['facture\u202efdp.exe', 'facturefdp.pdf'],
    ['a\r\nset-cookie: x', 'aset-cookie x.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['con', 'document.pdf'],
    ['', 'document.pdf'],
    ['..', 'document.pdf'],
  ])('%j becomes %j', (given, name) => {
    expect(safeFileName(given, 'pdf')).toBe(name);
  });

  it('is one short line without a folder, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), kinds, (given, kind) => {
        const name = safeFileName(given, kind);
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*]+\.(?:pdf|jpg|png|heic|docx)$/u);
        expect(name).not.toMatch(/^[.\s]/);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(safeFileName(name, kind)).toBe(name);
      }),
    );
  });
});

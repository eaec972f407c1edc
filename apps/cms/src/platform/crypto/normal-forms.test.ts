import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalEmail, normalName, normalTelephone } from './normal-forms.ts';

const forms = { normalEmail, normalTelephone, normalName };
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => value.isWellFormed());
const address = fc.tuple(text, text).map(([local, domain]) => `${local}@${domain}`);

test.each(Object.entries(forms))('%s has a form for any text, and leaves that as it is', (_, form) => {
  fc.assert(
    fc.property(fc.oneof(text, address), (value) => {
      expect(form(form(value))).toBe(form(value));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['  Visiteur+Info@Exemple.EXAMPLE. ', 'visiteur+info@exemple.example'],
  ['"a@b"@exemple.example', '"a@b"@exemple.example'],
  ['é@QUÉBEC.example', 'é@xn--qubec-csa.example'],
  ['pas une adresse', 'pas une adresse'],
  ['', ''],
])('normalEmail: %j', (written, normal) => {
  expect(normalEmail(written)).toBe(normal);
});

test('dots and what follows a plus make another address', () => {
  expect(new Set(['ab@x.example', 'a.b@x.example', 'a+b@x.example'].map(normalEmail)).size).toBe(3);
});

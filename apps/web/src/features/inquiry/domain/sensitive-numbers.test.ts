import fc from 'fast-check';
import { expect, test } from 'vitest';
import { luhn, maskSensitive } from './sensitive-numbers.ts';

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((each) => each.join(''));
/** The same digits with a last one that satisfies Luhn. */
const checked = (given: string): string => [...'0123456789'].map((last) => given + last).find(luhn) ?? given;
const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u202f');
const grouped = (number: string, sizes: readonly number[], between: string): string => {
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  return sizes.map((size, index) => number.slice(starts[index], (starts[index] ?? 0) + size)).join(between);
};
const around = fc.constantFrom(
  ['Bonjour, voici ', '. Merci'],
  ['', ''],
  ['(', ')'],
  ['In 2024, ', ', thank you'],
  ['Voici ', '\nEn 2026'],
);

test('every social insurance number is masked, however it is written', () => {
  const first = fc.constantFrom(...'12345679');
  fc.assert(
    fc.property(first, digits(7), separator, around, (head, tail, between, [before = '', after = '']) => {
      const number = checked(head + tail);
      fc.pre(!number.endsWith('000'));
      const written = grouped(number, [3, 3, 3], between);
      const { text, found } = maskSensitive(before + written + after);
      expect(text).toBe(before + written.replace(/\d/g, '•') + after);
      expect(found).toEqual(['sin']);
    }),
  );
});

test('every payment card is masked', () => {
  fc.assert(
    fc.property(fc.constantFrom(...'23456'), digits(14), separator, around, (head, tail, between, text) => {
      const written = grouped(checked(head + tail), [4, 4, 4, 4], between);
      expect(maskSensitive(text.join(written)).text).toBe(text.join(written.replace(/\d/g, '•')));
    }),
  );
});

test('telephone numbers, dates and years stay as they are', () => {
  const area = fc.constantFrom('418', '514', '581', '438', '613', '888');
  const telephone = fc
    .tuple(area, digits(3), digits(4), fc.nat(7))
    .map(
      ([a, b, c, form]) =>
        [
          `${a} ${b}-${c}`,
          `(${a}) ${b}-${c}`,
          `${a}-${b}-${c}`,
          `${a}.${b}.${c}`,
          `${a}${b}${c}`,
          `+1 ${a} ${b} ${c}`,
          `1 ${a} ${b}-${c}`,
          `+1${a}${b}${c}`,
        ][form] ?? '',
    );
  const abroad = digits(9).map(
    (d) => `+33 ${d[0]} ${d.slice(1, 3)} ${d.slice(3, 5)} ${d.slice(5, 7)} ${d.slice(7)}`,
  );
  const spain = digits(9).map((d) => `+34 ${d.slice(0, 3)} ${d.slice(3, 6)} ${d.slice(6)}`);
  const date = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const plain = date.map((day) => day.replaceAll('-', ''));
  const years = fc.tuple(fc.integer({ min: 1950, max: 2060 }), fc.integer({ min: 1950, max: 2060 }));
  const harmless = fc.oneof(
    telephone,
    abroad,
    spain,
    date,
    plain,
    years.map((both) => both.join('-')),
  );
  fc.assert(
    fc.property(harmless, around, (written, text) => {
      expect(maskSensitive(text.join(written))).toEqual({ text: text.join(written), found: [] });
    }),
    { numRuns: 500 },
  );
});

test('whatever the text, its length stays, and what is masked stays masked', () => {
  const pieces = fc.constantFrom(
    'NAS ',
    'passeport ',
    'UCI ',
    '4',
    '12',
    '345',
    '6789',
    ' ',
    '-',
    'AB',
    'é',
    '+',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (given) => {
      const text = given.join('');
      const once = maskSensitive(text);
      expect(once.text).toHaveLength(text.length);
      for (const [index, character] of [...text].entries())
        expect(['•', character]).toContain([...once.text][index]);
      expect(maskSensitive(once.text).text).toBe(once.text);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Mon NAS est le 123 456 789.', 'Mon NAS est le ••• ••• •••.', 'sin'],
  ['my social insurance number: 123456789', 'my social insurance number: •••••••••', 'sin'],
  ['IUC 1234-5678', 'IUC ••••-••••', 'uci'],
  ['UCI: 1112345678', 'UCI: ••••••••••', 'uci'],
  ['dossier 11-1234-5678 svp', 'dossier ••-••••-•••• svp', 'uci'],
  ['identifiant unique de client 12345678', 'identifiant unique de client ••••••••', 'uci'],
  ['passeport AB123456', 'passeport ••••••••', 'passport'],
  ['AB123456', '••••••••', 'passport'],
  ['A123456BC', '•••••••••', 'passport'],
  ['12AB34567', '•••••••••', 'passport'],
  ['my passport is m1234567', 'my passport is ••••••••', 'passport'],
  ['passport no. 987654321', 'passport no. •••••••••', 'passport'],
])('%s', (given, wanted, kind) => {
  expect(maskSensitive(given)).toEqual({ text: wanted, found: [kind] });
});

test.each([
  'Téléphone au 612 345 678, au Cameroun : 699 12 34 56',
  'J’ai 125 000 000 de raisons, et 1,250,000.50 $.',
  'Formulaire IMM5645 et IMM 1295, dossier E000123456, code G1A 0A2',
  'Mon permis va de 2019-2024, puis 2024-2026.',
  'mon passeport expire le 2027-03-01',
  'Mon passeport est en règle depuis 2024.',
])('stays: %s', (text) => {
  expect(maskSensitive(text).text).toBe(text);
});

import fc from 'fast-check';

/**
 * Well-set French: sentences of our own with œ, guillemets, dashes, ellipses, typographic apostrophes,
 * no-break spaces of either width, figures, times and addresses.
 */
const nouns = [
  'l’œuvre',
  'la sœur',
  'le cœur',
  'l’école',
  'Noël',
  'la forêt',
  'la séance',
  'le néant',
  'le maïs',
  'l’âge',
  'Saint-Félicien',
];
const names = [
  'É. Côté',
  'ÉCOLE DES ÎLES',
  'Çà et là',
  'Œdipe',
  'À l’Île-aux-Coudres',
  'Québec',
  'L’Étang-du-Nord',
];
const verbs = ['reçoit', 'connaît', 'a dû', 'prévoit', 'où naquit', 'n’est pas', 'd’abord élève', 'façonne'];
const ends = ['.', '…', '\u202f!', '\u202f?', '\u00a0!', '\u00a0?', '\u202f?!', '?', '!'];
const extras = [
  '',
  ' — dit-on —',
  ' – voilà –',
  '\u00a0: 25\u00a0$ et 1\u202f250\u00a0€',
  ', à 14:30',
  '\u202f; puis à 9\u00a0h',
  ' (50\u00a0%)',
  ' (voir https://exemple.test/page?rang=2&tri=nom)',
  ' (n°\u00a02, m²)',
  ' «\u00a0à l’œil\u00a0»',
  ' «\u202fde près\u202f»',
  ' «\u00a0Pourquoi\u202f?\u00a0»',
  ' (…)',
  ' “ainsi”',
  '… «\u00a0l’été…\u00a0»',
];
/** Without a space before `! ?`, as Québec also writes: right, but not what the spacing rule would choose. */
export const glued = new Set(['?', '!']);
export const sentence = (endings: string[]) =>
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...verbs),
      fc.constantFrom(...nouns),
      fc.constantFrom(...extras),
      fc.constantFrom(...endings),
    )
    .map(([name, verb, noun, extra, end]) => `${name} ${verb} ${noun}${extra}${end}`);
/** One to six sentences, parted by spaces and line ends. */
export const textOf = (endings: string[]) =>
  fc
    .array(fc.tuple(sentence(endings), fc.constantFrom(' ', '\n', '\n\n', '\r\n')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.map(([line, gap]) => line + gap).join(''));
export const cleanFrench = textOf(ends.filter((end) => !glued.has(end)));

const subjects = ['The office', 'Your file', 'A new rule', 'This page', 'The River & Sons group'];
const englishEnds = [
  '.',
  '!',
  '?',
  ':',
  ';',
  '?!',
  ' (really?)',
  ' at 14:30.',
  ': see https://example.test/?a=1;b=2.',
];
export const asciiEnglish = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...subjects),
        fc.constantFrom("doesn't open", 'is ready', 'asks who was there', 'can be read'),
        fc.constantFrom(...englishEnds),
      )
      .map(([subject, verb, end]) => `${subject} ${verb}${end}`),
    { minLength: 1, maxLength: 5 },
  )
  .map((sentences) => sentences.join(' '));

/** One round of mojibake: the UTF-8 bytes of the text, read by another table. */
export function garble(clean: string, encoding: 'windows-1252' | 'latin1'): string {
  const bytes = Buffer.from(clean, 'utf8');
  return encoding === 'latin1' ? bytes.toString('latin1') : new TextDecoder('windows-1252').decode(bytes);
}
export const rounds = fc.array(fc.constantFrom('windows-1252' as const, 'latin1' as const), {
  minLength: 1,
  maxLength: 3,
});

/** Letters, punctuation and debris that the rules look at, in any order. */
const debris = fc
  .array(
    fc.constantFrom(
      ...Array.from('aeélLÉœ «»:;!?.\n’?\ufffd\u00a0\u202fÃÂâ€™©\u0080\u0092\u0099Å“0 '),
      'Ã©',
      'â€™',
      'ÃƒÂ©',
      'c?ur',
      'l?a',
      '«?',
      ' le ',
      ' the ',
      'https://a.test/?b=',
      '000',
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));
export const anything = fc.oneof(debris, fc.string({ unit: 'binary', maxLength: 40 }), cleanFrench);
/** Clean French in which some of the signs outside ASCII were lost, to `?` or to U+FFFD, or garbled. */
export const damagedFrench = fc
  .tuple(
    cleanFrench,
    fc.array(fc.constantFrom('', '', '', '?', '\ufffd', 'garbled'), { minLength: 7, maxLength: 31 }),
  )
  .map(([clean, fates]) =>
    clean.replace(/[^\p{ASCII}]/gu, (sign, at: number) => {
      const fate = fates[at % fates.length];
      return fate === 'garbled' ? garble(sign, 'windows-1252') : fate || sign;
    }),
  );
export const locale = fc.constantFrom('fr-CA' as const, 'en-CA' as const);

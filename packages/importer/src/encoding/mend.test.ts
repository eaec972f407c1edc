import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anything,
  asciiEnglish,
  cleanFrench,
  damagedFrench,
  garble,
  glued,
  locale,
  rounds,
  sentence,
  textOf,
} from '../../tests/support/texts.ts';
import { findDamage } from './damage.ts';
import { mendText } from './mend.ts';

const many = { numRuns: 1500 };

describe('laws of mending', () => {
  test('well-set French comes out unchanged, without a word of damage', () => {
    fc.assert(
      fc.property(cleanFrench, locale, (clean, locale) => {
        expect(mendText(clean, { locale })).toEqual({ text: clean, repairs: [], damage: [] });
      }),
      many,
    );
  });

  test('French without a space before ! and ? gets one, and nothing else', () => {
    fc.assert(
      fc.property(textOf([...glued]), (questions) => {
        const clean = `C’est le plan de la ville.\n${questions}`;
        const { text } = mendText(clean, { locale: 'fr-CA' });
        expect(text).toBe(clean.replace(/(?<=[\p{L}\p{N})”»])(?=[!?](?:\s|$))/gu, '\u202f'));
      }),
    );
  });

  test('English in ASCII comes out unchanged, whatever locale it is given for', () => {
    fc.assert(
      fc.property(asciiEnglish, locale, (english, locale) => {
        expect(mendText(english, { locale })).toEqual({ text: english, repairs: [], damage: [] });
      }),
      many,
    );
  });

  test('one to three rounds of mojibake are undone exactly, by either table', () => {
    fc.assert(
      fc.property(cleanFrench, rounds, locale, (clean, tables, locale) => {
        const garbled = tables.reduce(garble, clean);
        expect(mendText(garbled, { locale }).text).toBe(clean);
      }),
      many,
    );
  });

  test('a text garbled in some sentences only is mended in those', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sentence(['.', '…']), fc.boolean()), { maxLength: 6 }), (parts) => {
        const clean = parts.map(([part]) => part).join('\n');
        const mixed = parts
          .map(([part, isGarbled]) => (isGarbled ? garble(part, 'windows-1252') : part))
          .join('\n');
        expect(mendText(mixed, { locale: 'fr-CA' }).text).toBe(clean);
      }),
    );
  });

  test('what was garbled four times is left as it is and reported', () => {
    fc.assert(
      fc.property(sentence(['.']), (clean) => {
        fc.pre(/[éœâîçÉÎŒÀôêûïëà]/.test(clean));
        const garbled = Array.from({ length: 4 }).reduce<string>(
          (text) => garble(text, 'windows-1252'),
          clean,
        );
        const { text, damage } = mendText(garbled, { locale: 'fr-CA' });
        expect(text).toBe(garbled);
        expect(damage.length).toBeGreaterThan(0);
      }),
    );
  });

  test('mending twice changes nothing more', () => {
    fc.assert(
      fc.property(anything, locale, (input, locale) => {
        const once = mendText(input, { locale }).text;
        expect(mendText(once, { locale }).text).toBe(once);
      }),
      { numRuns: 4000 },
    );
  });

  test('a damaged text has no more damage after mending', () => {
    fc.assert(
      fc.property(damagedFrench, locale, (input, locale) => {
        expect(mendText(input, { locale }).damage.length).toBeLessThanOrEqual(findDamage(input).length);
      }),
      many,
    );
  });

  test('a lost sign is never replaced by another than was lost', () => {
    const fates = fc.dictionary(
      fc.constantFrom(...'éèêâàçœ’«»…—“”\u00a0\u202f'),
      fc.constantFrom('?', '\ufffd'),
    );
    fc.assert(
      fc.property(cleanFrench, fates, (clean, fates) => {
        const damaged = clean.replace(/[^\p{ASCII}]/gu, (sign) => fates[sign] ?? sign);
        const mended = mendText(damaged, { locale: 'en-CA' }).text;
        const isWhatWas = (at: number) =>
          mended[at]?.replace('\u00a0', '\u202f') === clean[at]?.replace('\u00a0', '\u202f');
        for (let at = 0; at < clean.length; at += 1)
          expect(mended[at] === damaged[at] || isWhatWas(at)).toBe(true);
      }),
      many,
    );
  });

  test('no line is taken or added', () => {
    fc.assert(
      fc.property(anything, locale, (input, locale) => {
        expect(mendText(input, { locale }).text.split('\n')).toHaveLength(input.split('\n').length);
      }),
      many,
    );
  });

  test('a repair of the first rule stands in the source at its offset', () => {
    fc.assert(
      fc.property(cleanFrench, (clean) => {
        const garbled = garble(clean, 'windows-1252');
        for (const { offset, line, before } of mendText(garbled, { locale: 'fr-CA' }).repairs) {
          expect(garbled.slice(offset, offset + before.length)).toBe(before);
          expect(garbled.slice(0, offset).split('\n')).toHaveLength(line);
        }
      }),
    );
  });
});

describe('positions', () => {
  test('damage is placed in the source, though repairs before it changed the length', () => {
    const source = 'Ã‰tÃ© et\nl’Ã©tÃ© de l\ufffd bas.';
    const [damage] = mendText(source, { locale: 'fr-CA' }).damage;
    expect(damage).toMatchObject({
      kind: 'replacement-character',
      offset: source.indexOf('\ufffd'),
      line: 2,
    });
    expect(damage?.column).toBe(source.indexOf('\ufffd') - source.indexOf('\n'));
    expect(damage?.excerpt).toBe('l’été de l\ufffd bas.');
  });

  test('bytes are decoded first, and a stray byte is a repair', () => {
    const bytes = Uint8Array.from([...Buffer.from('Été à la ru'), 0xe9, ...Buffer.from('e.\n')]);
    const { text, repairs } = mendText(bytes, { locale: 'fr-CA' });
    expect(text).toBe('Été à la ruée.\n');
    expect(repairs).toEqual([
      { rule: 'stray-byte', offset: 11, line: 1, column: 12, before: '\\xE9', after: 'é' },
    ]);
  });
});

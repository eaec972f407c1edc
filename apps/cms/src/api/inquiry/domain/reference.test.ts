import { referenceSchema } from '@passerelle/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawReference, REFERENCE_ALPHABET, readReference } from './reference.ts';

const drawn = fc
  .array(fc.nat({ max: 30 }), { minLength: 6, maxLength: 6 })
  .map((values) => drawReference(() => values.shift() ?? 0));

it('is written as the contract says, without look-alikes', () => {
  fc.assert(
    fc.property(drawn, (reference) => {
      expect(referenceSchema.safeParse(reference).success).toBe(true);
      expect(reference).not.toMatch(/[01ILO]/);
    }),
  );
});

it('is read in small letters, with other dashes, spaces or none', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('', '-', ' ', '–', '\u00a0', '‑'), (reference, dash) => {
      expect(readReference(reference.toLowerCase().replaceAll('-', dash))).toBe(reference);
    }),
  );
});

it('is found to be wrong with any one character wrong', () => {
  fc.assert(
    fc.property(drawn, fc.nat({ max: 6 }), fc.nat({ max: 30 }), (reference, place, other) => {
      const characters = [...reference.replaceAll('-', '')];
      const character = REFERENCE_ALPHABET.charAt(other);
      fc.pre(characters[place] !== character);
      characters[place] = character;
      expect(readReference(characters.join(''))).toBeNull();
    }),
  );
});

it('is found to be wrong with any two different characters in each other’s place', () => {
  fc.assert(
    fc.property(drawn, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (reference, a, b) => {
      const characters = [...reference.replaceAll('-', '')];
      const [first = '', second = ''] = [characters[a], characters[b]];
      fc.pre(first !== second);
      characters[a] = second;
      characters[b] = first;
      expect(readReference(characters.join(''))).toBeNull();
    }),
  );
});

it.each(['', 'K7M', 'K7M-4QX-99', 'K7M-4Q0-9', '<b>-4QX-9', 'ÉÉÉ-ÉÉÉ-É', '💥💥💥💥💥💥💥'])(
  'knows that %j is none',
  (text) => {
    expect(readReference(text)).toBeNull();
  },
);

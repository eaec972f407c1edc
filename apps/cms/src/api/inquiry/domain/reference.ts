/**
 * References by which an inquiry is named on the telephone: `K7M-4QX-9`. Six random characters and one that checks
 * them, of 31: no 0 and O, no 1, I and L.
 *
 * The check is a pure system as ISO/IEC 7064 describes them, with the prime modulus 31 and the radix 3, which is
 * a primitive root of it: every wrong character and every two characters that have changed places, next to each other
 * or not, are found.
 */
export const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const MODULUS = REFERENCE_ALPHABET.length;
const RADIX = 3;
const BODY_LENGTH = 6;

/** A whole number from 0 up to but excluding `limit`, from a secure source. */
export type RandomInt = (limit: number) => number;

/** A fresh reference. */
export function drawReference(randomInt: RandomInt): string {
  const values = Array.from({ length: BODY_LENGTH }, () => randomInt(MODULUS));
  const sum = sumOf([...values, 0]);
  return written([...values, (MODULUS + 1 - sum) % MODULUS]);
}

/**
 * Reads a reference as people write it: in small letters, with other dashes or spaces, or none.
 *
 * @returns null when it is none, or mistyped.
 */
export function readReference(text: string): string | null {
  const compact = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  if (compact.length !== BODY_LENGTH + 1) return null;
  const values = Array.from(compact, (character) => REFERENCE_ALPHABET.indexOf(character));
  return values.includes(-1) || sumOf(values) !== 1 ? null : written(values);
}

/** Σ aᵢ·3ⁿ⁻ⁱ modulo 31; 1 for a reference that is right. */
function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => (sum * RADIX + value) % MODULUS, 0);
}

function written(values: readonly number[]): string {
  const text = values.map((value) => REFERENCE_ALPHABET.charAt(value)).join('');
  return `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;
}

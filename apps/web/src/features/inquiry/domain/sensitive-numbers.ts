/** What the detector knows: numbers by which a person could be impersonated, and which a first contact doesn't need. */
export type SensitiveKind = 'sin' | 'card' | 'uci' | 'passport';

/** A text in which such numbers are masked, and what they were. */
export interface MaskedText {
  text: string;
  /** Each kind once, in the order of the list below; empty when nothing was found. */
  found: SensitiveKind[];
}

/** What stands between the groups of a number: spaces of any width, full stop, hyphen. */
const SEP = '[ \\u00a0\\u202f.\\u2010\\u2011-]';
/** Nothing of a longer number, of an amount or of an international telephone number before it, or after it. */
const BEFORE = `(?<![\\p{L}\\d])(?<!\\d[.,\\-])(?<!(?:\\+|\\b00)\\d{0,3}${SEP}?)`;
const AFTER = `(?![\\p{L}\\d])(?![.,\\-]\\d)`;
const pattern = (number: string) => new RegExp(`${BEFORE}(?:${number})${AFTER}`, 'gu');

/** How far before a number a word says what it is, in characters. */
const CONTEXT = 48;
const WORDS: Record<SensitiveKind | 'telephone', RegExp> = {
  sin: /\b(?:NAS|N\.A\.S|SIN|S\.I\.N)\b|assurance\s+sociale|social\s+insurance/i,
  card: /\bcartes?\b|\bcards?\b|\bvisa\b|mastercard|amex/i,
  uci: /\b(?:UCI|IUC)\b|identifiant\s+unique|unique\s+client|client\s+(?:id|number)|num[ée]ro\s+de\s+client/i,
  passport: /passe?ports?/i,
  telephone: /t[ée]l[ée]?|phone|cellul|mobile|whats\s?app|appel|call|portable|rejoindre|reach/i,
};

interface Rule {
  kind: SensitiveKind;
  pattern: RegExp;
  /** @param before what stands before the number, as far as it may say what it is. */
  holds(number: string, before: string): boolean;
}

const digitsOf = (number: string): string => number.replace(/\D/g, '');
const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

/** Which word comes last before a number; null when none does. */
function lastNamed(before: string): SensitiveKind | 'telephone' | null {
  let last: { kind: SensitiveKind | 'telephone'; at: number } | null = null;
  for (const kind of ['sin', 'card', 'uci', 'passport', 'telephone'] as const) {
    for (const { index } of before.matchAll(new RegExp(WORDS[kind], 'gi'))) {
      if (last === null || index >= last.at) last = { kind, at: index };
    }
  }
  return last?.kind ?? null;
}

const RULES: readonly Rule[] = [
  {
    // Payment cards: ISO/IEC 7812, 13 to 19 digits, Luhn; the major industry digits of banks and travel.
    kind: 'card',
    pattern: pattern(
      `\\d{13,19}|\\d{4}(?:${SEP}\\d{4}){3}(?:${SEP}\\d{1,3})?|\\d{4}${SEP}\\d{6}${SEP}\\d{4,5}|\\d{4}${SEP}\\d{4}${SEP}\\d{4}${SEP}\\d{1,3}`,
    ),
    holds: (number) => /^[2-6]/.test(number) && luhn(digitsOf(number)),
  },
  {
    // Social insurance numbers: nine digits, Luhn; none begins with 8 (businesses have those).
    kind: 'sin',
    pattern: pattern(`\\d{9}|\\d{3}${SEP}\\d{3}${SEP}\\d{3}`),
    holds(number, before) {
      const digits = digitsOf(number);
      const named = lastNamed(before);
      if (named === 'sin') return true;
      // Round amounts of money are written in the same groups.
      return named !== 'telephone' && luhn(digits) && !digits.startsWith('8') && !digits.endsWith('000');
    },
  },
  {
    // Unique client identifiers of IRCC: 0000-0000 or 00-0000-0000.
    kind: 'uci',
    pattern: pattern(`\\d{4}${SEP}?\\d{4}|\\d{2}${SEP}?\\d{4}${SEP}?\\d{4}`),
    holds(number, before) {
      const named = lastNamed(before);
      if (named === 'uci') return true;
      if (named === 'telephone' || !/^(?:\d{2}-)?\d{4}-\d{4}$/.test(number)) return false;
      return !number.split('-').every(isYear);
    },
  },
  {
    // Passports of Canada (AB123456, A123456AB) and France (12AB34567) by their form; any other that is called so.
    kind: 'passport',
    pattern: pattern('[A-Za-z]{2}\\d{6}|[A-Za-z]\\d{6}[A-Za-z]{2}|\\d{2}[A-Za-z]{2}\\d{5}|[A-Za-z\\d]{6,10}'),
    holds(number, before) {
      if (digitsOf(number).length < 5) return false;
      if (lastNamed(before) === 'passport') return true;
      return /^(?:[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2}|\d{2}[A-Z]{2}\d{5})$/.test(number);
    },
  },
];

/**
 * Masks such numbers, each letter and digit by a bullet; everything else stays as it is, and so does the length.
 *
 * Telephone numbers, dates and years stay. It is done before a text is kept or sent anywhere.
 */
export function maskSensitive(text: string): MaskedText {
  let masked = text;
  const found: SensitiveKind[] = [];
  for (const rule of RULES) {
    masked = masked.replace(rule.pattern, (number, ...rest) => {
      const at = rest.find((part) => typeof part === 'number') ?? 0;
      if (!rule.holds(number, text.slice(Math.max(0, at - CONTEXT), at))) return number;
      if (!found.includes(rule.kind)) found.push(rule.kind);
      return number.replace(/[\p{L}\d]/gu, '•');
    });
  }
  return { text: masked, found };
}

/** The check digit of ISO/IEC 7812-1, annex B. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** A sign and what stands around it; `''` at either end of the text. */
interface Place {
  sign: string;
  before: string;
  /** The sign before the one before. */
  earlier: string;
  after: string;
  /** Up to a dozen characters on the left and on the right, for words. */
  left: string;
  right: string;
}

interface Oddity {
  what: string;
  points: number;
  holds: (place: Place) => boolean;
}

const isLetter = (sign: string) => /^\p{L}$/u.test(sign);
const isUpper = (sign: string) => /^\p{Lu}$/u.test(sign);
const isLower = (sign: string) => /^\p{Ll}$/u.test(sign);
const isWord = (sign: string) => /^[\p{L}\p{N}]$/u.test(sign);
const isNoBreakSpace = (sign: string) => sign === '\u00a0' || sign === '\u202f';
const isC1Control = (sign: string) => sign >= '\u0080' && sign <= '\u009f';

const FRENCH_OR_ENGLISH = /^[a-zàâäæçéèêëîïôöœùûüÿ]$/i;
const UNLIKELY_LETTERS = new Set('ÃÐÞðþƒ');
const SIGNS_KEPT_FROM_LETTERS = new Set('¡¿¦¨¬¯´¸¹¼½¾±µ¶·×÷¤‚„†‡ˆ‰‹›•˜€£¥¢©§');
const ELISION =
  /(?:^|[^\p{L}])(?:[a-z]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr|aujourd|prud|grand)$/iu;
const CONTRACTION = /^(?:s|t|re|ve|ll|d|m)(?!\p{L})/iu;

/**
 * What makes a sign odd in French or English, in its place, and how odd. The score of a text is the sum;
 * a well-written sentence scores nothing. This is the whole of the judgement behind mojibake repair.
 */
const ODDITIES: readonly Oddity[] = [
  { what: 'control character', points: 4, holds: ({ sign }) => isC1Control(sign) },
  { what: 'replacement character', points: 3, holds: ({ sign }) => sign === '\ufffd' },
  { what: 'capital after a small letter', points: 3, holds: (p) => isUpper(p.sign) && isLower(p.before) },
  {
    what: 'small letter after two capitals',
    points: 3,
    holds: (p) => isLower(p.sign) && isUpper(p.before) && isUpper(p.earlier),
  },
  { what: 'letter of hardly any word', points: 4, holds: ({ sign }) => UNLIKELY_LETTERS.has(sign) },
  {
    what: 'letter of neither language',
    points: 2,
    holds: ({ sign }) => isLetter(sign) && !UNLIKELY_LETTERS.has(sign) && !FRENCH_OR_ENGLISH.test(sign),
  },
  { what: 'Â that begins no word', points: 3, holds: (p) => p.sign === 'Â' && !isLetter(p.after) },
  {
    what: 'Â on its own before a space that no sign follows',
    points: 1,
    holds: (p) => p.sign === 'Â' && isNoBreakSpace(p.after) && isLetter(p.right.charAt(1)),
  },
  {
    what: 'sign glued to a letter',
    points: 3,
    holds: (p) => SIGNS_KEPT_FROM_LETTERS.has(p.sign) && (isLetter(p.before) || isLetter(p.after)),
  },
  { what: 'exponent before a letter', points: 3, holds: (p) => '²³ªº'.includes(p.sign) && isLetter(p.after) },
  { what: '« after a word', points: 2, holds: (p) => p.sign === '«' && isWord(p.before) },
  { what: '» before a word', points: 2, holds: (p) => p.sign === '»' && isWord(p.after) },
  {
    what: 'opening quote after a letter',
    points: 2,
    holds: (p) => '“‘'.includes(p.sign) && isLetter(p.before),
  },
  { what: 'closing quote before a letter', points: 2, holds: (p) => p.sign === '”' && isLetter(p.after) },
  {
    what: 'apostrophe that elides nothing',
    points: 3,
    holds: (p) =>
      p.sign === '’' &&
      isLetter(p.before) &&
      isLetter(p.after) &&
      !ELISION.test(p.left) &&
      !CONTRACTION.test(p.right),
  },
  {
    what: 'no-break space beside a space, a bracket or an apostrophe',
    points: 1,
    holds: (p) => isNoBreakSpace(p.sign) && (/^[\s([’]?$/.test(p.before) || /^\s$/.test(p.after)),
  },
  {
    what: 'combining mark without a letter',
    points: 3,
    holds: (p) => /^\p{M}$/u.test(p.sign) && !isLetter(p.before),
  },
];

const CONTEXT = 12;

/** How odd `middle` is between `left` and `right`: 0 for good French or English. Deterministic. */
export function strangeness(left: string, middle: string, right: string): number {
  const near = left.slice(-CONTEXT);
  const signs = Array.from(middle);
  let score = 0;
  let read = near;
  let rest = middle + right.slice(0, CONTEXT);
  for (const sign of signs) {
    rest = rest.slice(sign.length);
    const place: Place = {
      sign,
      before: read.slice(-1),
      earlier: read.slice(-2, -1),
      after: rest.slice(0, 1),
      left: read.slice(-CONTEXT),
      right: rest.slice(0, CONTEXT),
    };
    for (const oddity of ODDITIES) if (oddity.holds(place)) score += oddity.points;
    read += sign;
  }
  return score;
}

import type { Edit, RepairRule } from './edits.ts';
import { protectedSpans } from './protected-spans.ts';

/** A rule that knows what a `?` or U+FFFD in some place once was. `lost` is the group it replaces. */
interface CertainRule {
  rule: RepairRule;
  pattern: RegExp;
  was: string;
  /** Holds only in a text that kept its `é` and `à`: then the lost sign cannot be one. */
  needsAccents: boolean;
}

/** One sign: several in a row may have been several characters. */
const LOST = '(?<![?\\ufffd])(?<lost>[?\\ufffd])(?![?\\ufffd])';

const QUOTATION_START = `(?<=(?:^|[\\s(['’"“—–-])«)`;

/** Words that no letter before them makes another word of. */
const SMALL_WORDS =
  "la|une?|des|nous|vous|ils?|elles?|on|je|tu|cette|notre|votre|pour|dans|avec|[ldjcmnst][’']";

/**
 * - After `«`, before a word that is whole: the no-break space, for no sentence begins with a question mark;
 *   `«?tat` shows why a word that may have lost its first letter is another matter.
 * - Before `»`, after a stop or a comma: the same. After a letter or a bracket, `?` may be a real question.
 * - Between a figure and `%`, `$` or `€`, or between groups of three figures: the no-break space.
 * - In `c?ur`, `s?ur`, `n?ud`, `?uvre` and their kind: œ, the only letter that makes a French word of it.
 * - Between an elided word and a vowel, `l?immigration`: the apostrophe; `s?ance` shows why accents matter.
 * - Before a colon or semicolon, after a letter, `mot?:`: the no-break space; `arriv?:` shows why again.
 */
const CERTAIN_RULES: readonly CertainRule[] = [
  {
    rule: 'lost-space-in-quotation',
    pattern: new RegExp(`${QUOTATION_START}${LOST}(?=\\p{Lu}[\\p{Ll}’']|[\\p{N}(\\["“'‘])`, 'dgmu'),
    was: '\u00a0',
    needsAccents: false,
  },
  {
    rule: 'lost-space-in-quotation',
    pattern: new RegExp(`${QUOTATION_START}${LOST}(?=(?:${SMALL_WORDS})(?!\\p{L}))`, 'dgimu'),
    was: '\u00a0',
    needsAccents: false,
  },
  {
    rule: 'lost-space-in-quotation',
    pattern: /(?<lost>(?<=[.,])[?\ufffd]|(?<=[)\]…%])\ufffd)(?=»)/dgu,
    was: '\u00a0',
    needsAccents: false,
  },
  {
    rule: 'lost-space-in-number',
    pattern: new RegExp(`(?<=\\p{N})${LOST}(?=[%$€](?!\\p{L}|\\p{N}))`, 'dgu'),
    was: '\u00a0',
    needsAccents: false,
  },
  {
    rule: 'lost-space-in-number',
    pattern: new RegExp(`(?<=(?<![\\p{N}.,/=&?])\\p{N}{1,3})${LOST}(?=\\p{N}{3}(?![\\p{N}/=&?]))`, 'dgu'),
    was: '\u00a0',
    needsAccents: false,
  },
  {
    rule: 'lost-ligature',
    pattern: new RegExp(`(?<=(?<!\\p{L})(?:c|s|ch|m|b))${LOST}(?=(?:ur|uf)s?(?!\\p{L}))`, 'dgiu'),
    was: 'œ',
    needsAccents: false,
  },
  {
    rule: 'lost-ligature',
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:n(?=.ud)|v(?=.u(?:x?(?!\\p{L})))))${LOST}(?=ud?[sx]?(?!\\p{L}))`,
      'dgiu',
    ),
    was: 'œ',
    needsAccents: false,
  },
  {
    rule: 'lost-ligature',
    pattern: new RegExp(`(?<=(?:man|(?<=[\\s(’'«])))${LOST}(?=uvr(?:e|es|ent|er|ait|ant)(?!\\p{L}))`, 'dgiu'),
    was: 'œ',
    needsAccents: false,
  },
  {
    rule: 'lost-apostrophe',
    pattern: new RegExp(
      `(?<=(?<![\\p{L}\\p{N}/?=&.])(?:[dljmnst]|c(?=.[eé])|aujourd(?=.hui)|qu|jusqu|lorsqu|puisqu|quoiqu))${LOST}(?=[aeiouyhàâéèêîôœ]\\p{L}|[aày](?!\\p{L}))`,
      'dgiu',
    ),
    was: '’',
    needsAccents: true,
  },
  {
    rule: 'lost-space-before-sign',
    pattern: new RegExp(`(?<=\\p{L}{2})${LOST}(?=[:;](?:\\s|$))`, 'dgmu'),
    was: '\u00a0',
    needsAccents: true,
  },
];

/** Where a sign is surely lost: U+FFFD anywhere, or `?` glued to what follows as no question mark is. */
export const SUSPECT =
  /\ufffd+|(?<=[\p{L}\p{N}])\?(?=[\p{L}\p{N}])|(?<![^\s(«"“'’])\?(?=\p{L})|(?<=«)\?|\?(?=[:;](?:\s|$))/gmu;

/** True when `é` and `à`, which a lost sign could be mistaken for, came through, and no lost sign sits where only a letter can have been. */
function keptAccents(text: string, explained: ReadonlySet<number>): boolean {
  if (!text.includes('é') || !text.includes('à')) return false;
  const isProtected = protectedSpans(text);
  const inWords = Array.from(text.matchAll(/(?<=\p{L})[?\ufffd](?=\p{L})/gu), ({ index }) => index);
  return inWords.every((offset) => isProtected(offset) || explained.has(offset));
}

/**
 * Finds characters lost to `?` or U+FFFD whose identity is certain (see `CERTAIN_RULES`). Whatever is not
 * certain is left for a person to decide; `findDamage` reports it.
 */
export function findLostCharacters(text: string): Edit[] {
  if (!/[?\ufffd]/.test(text)) return [];
  const found = new Map<number, Edit & { needsAccents: boolean }>();
  const isProtected = protectedSpans(text);
  const hits = CERTAIN_RULES.flatMap(({ rule, pattern, was, needsAccents }) =>
    Array.from(text.matchAll(pattern), (match) => {
      const [offset = match.index, end = match.index + 1] = match.indices?.groups?.lost ?? [];
      return { rule, offset, before: text.slice(offset, end), after: was, needsAccents };
    }),
  ).sort((a, b) => a.offset - b.offset);
  for (const hit of hits) {
    if (!isProtected(hit.offset) && !found.has(hit.offset)) found.set(hit.offset, hit);
  }
  const accents = keptAccents(text, new Set(found.keys()));
  return Array.from(found.values())
    .filter((hit) => accents || !hit.needsAccents)
    .map(({ needsAccents: _, ...edit }) => edit);
}

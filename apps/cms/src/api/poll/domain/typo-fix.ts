import { distance } from 'fastest-levenshtein';

/** The most characters a typo fix adds, removes or replaces. */
const MOST_CHANGES = 2;

const words = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
const digits = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
const initial = (word: string): string => word.normalize('NFD').charAt(0).toLowerCase();

/**
 * Whether a text says the same but for its spelling: at most two characters differ, the numbers are the same, and
 * so are the words' number and their first letters, accents and capitals aside. The last is what tells a typo
 * from another meaning that happens to be near: `possible` and `impossible`, `hausse` and `baisse`.
 */
export function isTypoFix(first: string, now: string): boolean {
  const [before, after] = [words(first), words(now)];
  return (
    distance(first, now) <= MOST_CHANGES &&
    digits(first) === digits(now) &&
    before.length === after.length &&
    before.every((word, index) => initial(word) === initial(after[index] ?? ''))
  );
}

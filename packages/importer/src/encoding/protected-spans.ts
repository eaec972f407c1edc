/**
 * Places where `: ; ! ?` are no punctuation: addresses, mail addresses, query strings, code between
 * backquotes, short codes between colons, character references.
 */
const PROTECTED = new RegExp(
  [
    /`[^`\n]+`/,
    /(?:https?|ftp|mailto|tel|file):\S*[\w/=&#%~-]/,
    /www\.\S*[\w/=&#%~-]/,
    /(?<![^\s«»()])[^\s«»()]{0,500}[\w/]\?[\w.[\]-]{1,60}=\S*[\w/=&#%~-]?/,
    /(?<![\w.-])[\w.-]{1,120}\.[a-z]{2,24}\/\S*[\w/=&#%~-]/,
    /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{0,120}\w/,
    /(?<!\S):[\w+-]{2,40}:(?!\S)/,
    /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** Tells whether an offset lies inside an address, code, or the like. Ask with ascending offsets. */
export function protectedSpans(text: string): (offset: number) => boolean {
  const spans = Array.from(text.matchAll(PROTECTED), (match) => [match.index, match.index + match[0].length]);
  let next = 0;
  return (offset) => {
    while ((spans[next]?.[1] ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    return (spans[next]?.[0] ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

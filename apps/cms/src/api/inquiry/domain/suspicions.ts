import type { Inquiry, Suspicion } from '@passerelle/contracts';

const LINK = /(?:https?:\/\/|www\.)\S/giu;
const MARKUP = /<\/?(?:a|script|img|iframe|div|p)\b[^>]*>|\[(?:url|link)[=\]]/iu;

const MANY_LINKS = 3;

/**
 * What makes an inquiry look as if no person had written it. It is never dropped: it waits in the queue « Indésirables »,
 * where staff decide. Its language or script is no sign: newcomers write in their own.
 */
export function suspicionsOf({ message, name }: Pick<Inquiry, 'message' | 'name'>): Suspicion[] {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const found: [Suspicion, boolean][] = [
    ['many-links', count(message, LINK) > MANY_LINKS || count(name, LINK) > 0],
    ['markup', MARKUP.test(message) || MARKUP.test(name)],
    ['repeated', isRepeated(message)],
  ];
  return found.flatMap(([suspicion, holds]) => (holds ? [suspicion] : []));
}

const SHORTEST_LINE = 20;

/** The same line, again and again. */
function isRepeated(message: string): boolean {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE);
  return lines.length >= 4 && new Set(lines).size <= lines.length / 4;
}

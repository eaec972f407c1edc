import type { Locale } from '@passerelle/contracts';

/**
 * English is never public without the French of the same document (N3). Given where a document is public after a
 * write, says what has to follow: nothing, taking the English away with the French that has gone, or refusing
 * the write that would have put the English out alone.
 */
export function frenchFirst(
  publicIn: ReadonlySet<Locale>,
  write: 'puts-out' | 'takes-away',
): 'nothing' | 'take-english-away' | 'refuse' {
  if (publicIn.has('fr-CA') || !publicIn.has('en-CA')) return 'nothing';
  return write === 'takes-away' ? 'take-english-away' : 'refuse';
}

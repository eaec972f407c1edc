import type { Locale } from '@passerelle/contracts';
import type { Subscriber } from './subscriber.ts';

/** What can be chosen, as document ids, in each language. */
export interface Offered {
  topics: Readonly<Record<Locale, ReadonlySet<string>>>;
  programmes: Readonly<Record<Locale, ReadonlySet<string>>>;
}

/**
 * What a reader's choices come to. One that is gone, or isn't in their language, counts nowhere: nothing is written about it,
 * and no page offers it. Whoever has none left has chosen none, which is all: it is what the page of preferences shows
 * and says to them, and who were sent nothing instead would never learn why.
 */
export function chosenOf(
  { locale, topics, programmes }: Pick<Subscriber, 'locale' | 'topics' | 'programmes'>,
  offered: Offered,
): Pick<Subscriber, 'topics' | 'programmes'> {
  return {
    topics: topics.filter((topic) => offered.topics[locale].has(topic)),
    programmes: programmes.filter((programme) => offered.programmes[locale].has(programme)),
  };
}

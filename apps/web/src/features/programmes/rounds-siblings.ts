import { LOCALES, roundsPath } from '@passerelle/contracts';
import type { Siblings } from '../../layouts/siblings.ts';
import type { Published } from '../../published/published.ts';

/** A programme's rounds have a page in each language in which it has any. */
export function roundsSiblings(published: Published, programme: string): Siblings {
  const siblings: Siblings = {};
  for (const locale of LOCALES) {
    const slug = published.slugIn('programme', programme, locale);
    if (slug !== undefined && published.hasRounds(locale, programme)) {
      siblings[locale] = roundsPath(locale, slug);
    }
  }
  return siblings;
}

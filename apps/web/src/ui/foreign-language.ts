import type { Locale } from '@passerelle/contracts';

/** The language of a text, where a page must say it (WCAG 3.1.2): null where it is the page's own, or nobody has said. */
export function foreignLanguage(lang: string | null | undefined, locale: Locale): string | null {
  const [own] = locale.split('-');
  return lang && lang.split('-')[0] !== own ? lang : null;
}

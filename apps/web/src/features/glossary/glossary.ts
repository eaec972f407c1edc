import {
  glossaryPath,
  type Locale,
  type RichText,
  type RichTextNode,
  type Term,
  termPath,
} from '@passerelle/contracts';
import type { DefinedTermSet, Graph } from 'schema-dts';
import { messages } from '../../i18n/index.ts';
import { breadcrumbList } from '../../layouts/structured-data.ts';
import type { Crumb } from '../../ui/crumb.ts';

/** Terms that begin with one letter. */
export interface LetterGroup {
  letter: string;
  terms: Term[];
}

/** Terms by their first letter without its accent; what begins with none is under `#`. Their order stays. */
export function byLetter(terms: readonly Term[]): LetterGroup[] {
  const groups = new Map<string, Term[]>();
  for (const term of terms) {
    const first = term.name.normalize('NFD').charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : '#';
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, terms]) => ({ letter, terms }));
}

/** The words of a rich text, without its marks. */
export function plainText(nodes: RichText): string {
  return nodes.map(textOf).join('\n').trim();
}

type Child = RichTextNode['children'][number];

function textOf(node: RichTextNode | Child): string {
  return node.type === 'text' ? node.text : node.children.map(textOf).join('');
}

/** Schema.org data of the glossary (N9). */
export function glossaryGraph(
  locale: Locale,
  terms: readonly Term[],
  crumbs: readonly Crumb[],
  site: URL,
): Graph {
  const t = messages(locale).glossary;
  const url = new URL(glossaryPath(locale), site).href;
  const set: DefinedTermSet = {
    '@type': 'DefinedTermSet',
    '@id': `${url}#glossary`,
    url,
    name: t.title,
    description: t.description,
    inLanguage: locale,
    hasDefinedTerm: terms.map(({ slug, name, acronym, definition }) => ({
      '@type': 'DefinedTerm',
      name,
      ...(acronym === null ? {} : { termCode: acronym }),
      description: plainText(definition),
      url: new URL(termPath(locale, slug), site).href,
    })),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [set, breadcrumbList([...crumbs, { label: t.title, path: glossaryPath(locale) }], site)],
  };
}

import type { Locale } from '@passerelle/contracts';
import { writeTableCells } from '../api/site/domain/table-cells.ts';
import { guideFields } from './guide-fields.ts';
import { richText } from './markdown.ts';
import type { SeedBlock, SeedOf, SeedType } from './seed-schemas.ts';

/** Fields as the document service takes them. */
export type Fields = Record<string, unknown>;

/** What a seed document's names stand for in this database. */
export interface Resolver {
  /** Document ids of those that exist in the locale, in the same order. */
  documents(type: SeedType, keys: readonly string[], locale: Locale): string[];
  /** Id of an uploaded file. */
  media(path: string): number;
}

type Locales<T extends SeedType> = SeedOf<T>['fr-CA' & keyof SeedOf<T>];

/** The fields of one locale of a seed document; undefined when it isn't there in this locale. */
export function fieldsOf(
  type: SeedType,
  content: SeedOf<SeedType>,
  locale: Locale,
  resolve: Resolver,
): Fields | undefined {
  if (type === 'redirect') {
    const { from, to, status } = content as SeedOf<'redirect'>;
    return locale === 'fr-CA' ? { from, to, answer: ANSWERS[status], origin: 'manual' } : undefined;
  }
  const { 'fr-CA': french, 'en-CA': english, ...shared } = content as SeedOf<Exclude<SeedType, 'redirect'>>;
  const text = locale === 'fr-CA' ? french : english;
  if (text === undefined) return undefined;
  const one = (target: SeedType, key: string) => resolve.documents(target, [key], locale)[0] ?? null;
  if (type === 'article') {
    return articleFields(shared as Shared<'article'>, text as Locales<'article'>, locale, resolve);
  }
  if (type === 'page') {
    const { body, ...rest } = text as Locales<'page'>;
    return { ...rest, body: bodyOf(body, locale, resolve) };
  }
  if (type === 'programme') {
    const { status, ...rest } = shared as Shared<'programme'>;
    const { history, ...words } = text as Locales<'programme'>;
    const changes = history.map(({ status: standing, ...change }) => ({ ...change, standing }));
    return { ...rest, standing: status, ...words, history: changes };
  }
  if (type === 'round') {
    const { programme, ...rest } = shared as Shared<'round'>;
    return { ...rest, ...text, programme: one('programme', programme) };
  }
  if (type === 'term') {
    const { programme, sources } = shared as Shared<'term'>;
    const { definition, aliases, ...words } = text as Locales<'term'>;
    const programmeId = programme === null ? null : one('programme', programme);
    return {
      ...words,
      sources,
      programme: programmeId,
      aliases: aliases.join('\n'),
      definition: richText(definition),
    };
  }
  if (type === 'consultant') {
    const { recognition, languages, ...rest } = shared as Shared<'consultant'>;
    return {
      ...rest,
      languages: languages.join(', '),
      recognitionNumber: recognition?.number ?? null,
      recognitionExpiresOn: recognition?.expiresOn ?? null,
      ...text,
    };
  }
  if (type === 'poll') {
    const { final: _, ...rest } = shared as Shared<'poll'>;
    return { ...rest, ...text };
  }
  if (type === 'guide') return { ...shared, ...guideFields(text as Locales<'guide'>) };
  if (type === 'consent-text') {
    const { label, text: markdown } = text as Locales<'consent-text'>;
    return { ...shared, label, text: richText(markdown) };
  }
  return { ...shared, ...text };
}

type Shared<T extends SeedType> = Omit<SeedOf<T>, Locale>;

const ANSWERS: Record<SeedOf<'redirect'>['status'], string> = {
  301: 'moved-301',
  302: 'found-302',
  308: 'moved-308',
  410: 'gone-410',
  451: 'legal-451',
};

function articleFields(
  shared: Shared<'article'>,
  text: Locales<'article'>,
  locale: Locale,
  resolve: Resolver,
): Fields {
  const one = (type: SeedType, key: string | null) =>
    key === null ? null : (resolve.documents(type, [key], locale)[0] ?? null);
  return {
    title: text.title,
    slug: text.slug,
    dek: text.dek,
    coverAlt: text.coverAlt,
    corrections: text.corrections,
    seo: text.seo,
    body: bodyOf(text.body, locale, resolve),
    publicSince: shared.publishedAt,
    cover: shared.cover === null ? null : resolve.media(shared.cover),
    category: one('category', shared.category),
    tags: resolve.documents('tag', shared.tags, locale),
    authors: resolve.documents('author', shared.authors, locale),
    programmes: resolve.documents('programme', shared.programmes, locale),
    supersededBy: one('article', shared.supersededBy),
    pinnedRelated: resolve.documents('article', shared.pinnedRelated, locale),
    sources: shared.sources,
    effectiveFrom: shared.effectiveFrom,
    verifiedAt: shared.verifiedAt,
    reviewBy: shared.reviewBy,
  };
}

function bodyOf(blocks: readonly SeedBlock[], locale: Locale, resolve: Resolver): Fields[] {
  return blocks.map((block) => component(block, locale, resolve));
}

function component(block: SeedBlock, locale: Locale, resolve: Resolver): Fields {
  switch (block.type) {
    case 'text':
      return { __component: 'blocks.rich-text', content: richText(block.markdown) };
    case 'callout': {
      const { tone, title, markdown } = block;
      return { __component: 'blocks.callout', tone, title, content: richText(markdown) };
    }
    case 'table': {
      const { caption, header, rows, rowHeaders, source } = block;
      const cells = writeTableCells([header, ...rows]);
      const credit = { sourceLabel: source?.label ?? null, sourceUrl: source?.url ?? null };
      return { __component: 'blocks.table', caption, cells, rowHeaders, ...credit };
    }
    case 'figure': {
      const { image, alt, caption, credit } = block;
      return { __component: 'blocks.figure', image: resolve.media(image), alt, caption, credit };
    }
    case 'poll':
      return {
        __component: 'blocks.poll',
        poll: resolve.documents('poll', [block.poll], locale)[0] ?? null,
      };
    case 'quote':
    case 'embed':
    case 'consultants':
    case 'call-to-action': {
      const { type, ...fields } = block;
      return { __component: `blocks.${type}`, ...fields };
    }
  }
}

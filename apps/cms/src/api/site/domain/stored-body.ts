import { z } from 'zod';
import { asImage, list, optionalFile, optionalText, reference, text, tick } from './stored-values.ts';
import { readTableCells } from './table-cells.ts';

/** The dynamic zone `body` as Strapi gives it, told in the words of the contract. Parsed by the contract later. */

const richText = z.unknown();

const component = <T extends z.ZodRawShape>(name: string, shape: T) =>
  z.object({ __component: z.literal(`blocks.${name}`), ...shape });

const credit = (label: string | null, url: string | null) => (label === null ? null : { label, url });

const storedBlockSchema = z.discriminatedUnion('__component', [
  component('rich-text', { content: richText }).transform(({ content }) => ({ type: 'text', content })),
  component('figure', {
    image: optionalFile,
    alt: optionalText,
    decorative: tick,
    caption: optionalText,
    credit: optionalText,
  }).transform(({ image, alt, decorative, caption, credit }) => ({
    type: 'figure',
    image: asImage(image, alt, decorative),
    caption,
    credit,
  })),
  component('callout', { tone: z.unknown(), title: optionalText, content: richText }).transform(
    ({ tone, title, content }) => ({ type: 'callout', tone, title, content }),
  ),
  component('table', {
    caption: text,
    cells: text,
    rowHeaders: z.boolean().nullish(),
    sourceLabel: optionalText,
    sourceUrl: optionalText,
  }).transform(({ caption, cells, rowHeaders, sourceLabel, sourceUrl }) => {
    const [header = [], ...rows] = readTableCells(cells);
    return {
      type: 'table',
      caption,
      header,
      rows,
      rowHeaders: rowHeaders ?? false,
      source: credit(sourceLabel, sourceUrl),
    };
  }),
  component('quote', {
    text,
    lang: optionalText,
    attribution: optionalText,
    url: optionalText,
  }).transform(({ text, lang, attribution, url }) => ({ type: 'quote', text, lang, attribution, url })),
  component('embed', { url: text, title: text, provider: text }).transform(({ url, title, provider }) => ({
    type: 'embed',
    url,
    title,
    provider,
  })),
  component('poll', { poll: reference }).transform(({ poll }) => ({ type: 'poll', poll })),
  // One that doesn't say offers Québec's programmes: better to show it too seldom than where nobody may answer.
  component('call-to-action', {
    title: text,
    text: optionalText,
    label: text,
    href: text,
    quebec: z.boolean().nullish(),
  }).transform(({ title, text, label, href, quebec }) => ({
    type: 'call-to-action',
    title,
    text,
    label,
    href,
    quebec: quebec ?? true,
  })),
  component('consultants', { title: text, verification: z.boolean().nullish() }).transform(
    ({ title, verification }) => ({ type: 'consultants', title, verification: verification ?? true }),
  ),
]);

/**
 * The blocks of a body. A poll that is no longer public leaves its place empty until the entry is published
 * again, rather than making the whole entry unreadable.
 */
export const storedBodySchema = list(storedBlockSchema).transform((blocks) =>
  blocks.filter((block) => block.type !== 'poll' || ('poll' in block && block.poll !== null)),
);

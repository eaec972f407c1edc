import { z } from 'zod';
import {
  documentIdSchema,
  hrefSchema,
  imageSchema,
  languageTagSchema,
  lineSchema,
  webUrlSchema,
} from './primitives.ts';
import { richTextSchema } from './rich-text.ts';

/** Where a quotation or a table comes from. */
const creditSchema = z.object({ label: lineSchema, url: webUrlSchema.nullable() });

export const textBlockSchema = z.object({ type: z.literal('text'), content: richTextSchema });

export const figureBlockSchema = z.object({
  type: z.literal('figure'),
  image: imageSchema,
  caption: lineSchema.nullable(),
  credit: lineSchema.nullable(),
});

export const calloutBlockSchema = z.object({
  type: z.literal('callout'),
  tone: z.enum(['note', 'important', 'deadline']),
  title: lineSchema.nullable(),
  content: richTextSchema,
});

/** `rows` are as wide as `header`; `rowHeaders` says that the first cell of a row names the row. */
export const tableBlockSchema = z
  .object({
    type: z.literal('table'),
    caption: lineSchema,
    header: z.array(lineSchema).min(1).max(8),
    rows: z.array(z.array(lineSchema)).min(1).max(200),
    rowHeaders: z.boolean(),
    source: creditSchema.nullable(),
  })
  .refine((table) => table.rows.every((row) => row.length === table.header.length), {
    error: 'every row has as many cells as the header',
    path: ['rows'],
  });

export const quoteBlockSchema = z.object({
  type: z.literal('quote'),
  text: z.string().min(1).max(2000),
  lang: languageTagSchema.nullable(),
  attribution: lineSchema.nullable(),
  url: webUrlSchema.nullable(),
});

/** Something kept on another site; shown as a link until the reader asks for it (N16). */
export const embedBlockSchema = z.object({
  type: z.literal('embed'),
  url: webUrlSchema,
  title: lineSchema,
  provider: lineSchema,
});

export const pollBlockSchema = z.object({ type: z.literal('poll'), poll: documentIdSchema });

export const callToActionBlockSchema = z.object({
  type: z.literal('call-to-action'),
  /** Offers a service for Québec's programmes: shown only while the practice may give it. */
  quebec: z.boolean(),
  title: lineSchema,
  text: lineSchema.nullable(),
  label: lineSchema,
  href: hrefSchema,
});

/** The consultants of the practice, with or without how to verify that they are registered. */
export const consultantsBlockSchema = z.object({
  type: z.literal('consultants'),
  title: lineSchema.min(1),
  verification: z.boolean(),
});

/** The closed set of blocks a body is made of. A new one is added here, in the CMS and in `Blocks.astro`. */
export const blockSchema = z.discriminatedUnion('type', [
  textBlockSchema,
  figureBlockSchema,
  calloutBlockSchema,
  tableBlockSchema,
  quoteBlockSchema,
  embedBlockSchema,
  pollBlockSchema,
  callToActionBlockSchema,
  consultantsBlockSchema,
]);
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

export const bodySchema = z.array(blockSchema);

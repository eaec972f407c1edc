import { z } from 'zod';
import { hrefSchema } from './primitives.ts';

/** A run of text with its marks: the leaf of Strapi's blocks format. */
export const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});
export type TextNode = z.infer<typeof textNodeSchema>;

export const linkNodeSchema = z.object({
  type: z.literal('link'),
  url: hrefSchema,
  children: z.array(textNodeSchema),
});
export type LinkNode = z.infer<typeof linkNodeSchema>;

export const inlineNodeSchema = z.discriminatedUnion('type', [textNodeSchema, linkNodeSchema]);
export type InlineNode = z.infer<typeof inlineNodeSchema>;

export const listItemNodeSchema = z.object({
  type: z.literal('list-item'),
  children: z.array(inlineNodeSchema),
});

/** A list; lists nest by standing beside the items of their parent. */
export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (z.infer<typeof listItemNodeSchema> | ListNode)[];
}
export const listNodeSchema: z.ZodType<ListNode, ListNode> = z.object({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  get children() {
    return z.array(z.union([listItemNodeSchema, listNodeSchema]));
  },
});

export const paragraphNodeSchema = z.object({
  type: z.literal('paragraph'),
  children: z.array(inlineNodeSchema),
});
/** Level 1 is the page's title, so running text starts at 2. */
export const headingNodeSchema = z.object({
  type: z.literal('heading'),
  level: z.int().min(2).max(6),
  children: z.array(inlineNodeSchema),
});
export const quoteNodeSchema = z.object({
  type: z.literal('quote'),
  children: z.array(inlineNodeSchema),
});
export const codeNodeSchema = z.object({
  type: z.literal('code'),
  children: z.array(textNodeSchema),
});

/** One block of Strapi's blocks editor. Images are figures of their own, not blocks of the text. */
export const richTextNodeSchema = z.union([
  paragraphNodeSchema,
  headingNodeSchema,
  listNodeSchema,
  quoteNodeSchema,
  codeNodeSchema,
]);
export type RichTextNode = z.infer<typeof richTextNodeSchema>;

export const richTextSchema = z.array(richTextNodeSchema);
export type RichText = z.infer<typeof richTextSchema>;

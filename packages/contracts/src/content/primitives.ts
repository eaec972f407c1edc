import { z } from 'zod';

/** Locales of the product. French is the default and the source of every translation (N3). */
export const localeSchema = z.enum(['fr-CA', 'en-CA']);
export type Locale = z.infer<typeof localeSchema>;
export const LOCALES = localeSchema.options;
export const DEFAULT_LOCALE: Locale = 'fr-CA';

/** Strapi's identifier of a document: one for all its locales, stable across publications. */
export const documentIdSchema = z.string().regex(/^[a-z0-9]{10,64}$/);

/** Last segment of a public address: lower-case ASCII words joined by single hyphens. */
export const slugSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** An instant in UTC, ISO 8601 with `Z`. */
export const instantSchema = z.iso.datetime();

/** An absolute address a page may link to. */
export const webUrlSchema = z.url({ protocol: /^https?$/ });

/** Where a link in running text may lead: the web, mail, telephone, or a path of this site. */
export const hrefSchema = z
  .string()
  .max(2048)
  .regex(/^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)[^\s<>"]*$/i);

/** A language as BCP 47 names it, with its region where that matters: `fr`, `en-CA`. */
export const languageTagSchema = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/);

/** Text on one line: no control characters. */
export const lineSchema = z
  .string()
  .max(500)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/);

/** The point of an image that a crop keeps in sight, in percent of its width and height from the top left. */
export const focusSchema = z.object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) });
export type Focus = z.infer<typeof focusSchema>;

/**
 * An image from the media library. Its address names one version of the file (`?v=`). `alt` is empty for a
 * decorative image. Sizes in CSS pixels. Without `focus` its middle counts.
 */
export const imageSchema = z.object({
  url: z.string().regex(/^\/uploads\/[\w.-]+(?:\?v=\w+)?$/),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']),
  width: z.int().positive(),
  height: z.int().positive(),
  alt: lineSchema,
  focus: focusSchema.optional(),
});
export type Image = z.infer<typeof imageSchema>;

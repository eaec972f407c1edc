import { focusSchema, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';

/** The small shapes of Strapi's rows, with its nulls and empty strings absorbed in one place. */

/** Text that may be left empty: null when nothing but spaces is there. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text?.trim() ? text : null));

/** Text that must be there; empty when it isn't, for the contract to refuse. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A text with one thing on each line; empty lines count for nothing. */
export const lines = z
  .string()
  .nullish()
  .transform((value) =>
    (value ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );

/** `YYYY-MM-DD`. */
export const optionalDay = z
  .string()
  .nullish()
  .transform((day) => day ?? null);

/** A date and time, as ISO 8601 in UTC; Strapi gives a string or a Date. */
export const optionalInstant = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((instant) => (instant ? new Date(instant).toISOString() : null));

/** A box that may be ticked. */
export const tick = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** A relation to one document: its id, or null. */
export const reference = z
  .object({ documentId: z.string() })
  .nullish()
  .transform((document) => document?.documentId ?? null);

/** A relation to many documents: their ids in the editor's order, each once. */
export const references = z
  .array(z.object({ documentId: z.string() }))
  .nullish()
  .transform((documents) => [...new Set((documents ?? []).map((document) => document.documentId))]);

/**
 * A file of the media library; `alt` is kept by the entry that shows it. A replaced file keeps its address at
 * Strapi, so the time of its last change goes with it: another address is another picture.
 */
export const optionalFile = z
  .object({
    url: z.string(),
    updatedAt: z.union([z.string(), z.date()]),
    mime: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    // Set in the media library, in percent; one that can't be read is none.
    focalPoint: focusSchema.nullish().catch(null),
  })
  .nullish()
  .transform((file) => {
    if (!file) return null;
    const { updatedAt, url, focalPoint, ...rest } = file;
    const focus = focalPoint ? { focus: focalPoint } : {};
    return { ...rest, ...focus, url: `${url}?v=${new Date(updatedAt).getTime().toString(36)}` };
  });

/** Shows a file with the entry's own alternative text, empty where it is decorative; null without a file. */
export function asImage(file: z.infer<typeof optionalFile>, alt: string | null, decorative: boolean) {
  return file === null ? null : { ...file, alt: decorative ? '' : (alt ?? '') };
}

/** What every localized row starts with. */
export const localizedRow = { documentId: z.string(), locale: localeSchema };

/** Repeatable components; Strapi gives an empty list or null. */
export function list<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

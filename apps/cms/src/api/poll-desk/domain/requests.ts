import { documentIdSchema, instantSchema } from '@passerelle/contracts';
import { z } from 'zod';

/** The languages of the admin. */
export const deskLanguageSchema = z.enum(['fr', 'en']);
export type DeskLanguage = z.infer<typeof deskLanguageSchema>;

/** `/passerelle/polls/:documentId` and what is below it. */
export const pollParamsSchema = z.object({ documentId: documentIdSchema });

/** `POST …/extend`: the instant until which votes are taken. */
export const extendBodySchema = z.strictObject({ closesAt: instantSchema });

/** How long a reason may be: it is read in a list. */
export const REASON_LENGTH = 300;

/** `POST …/reset`: the poll's address name in French, typed by a person, and why. */
export const resetBodySchema = z.strictObject({
  word: z.string().min(1).max(200),
  reason: z.string().trim().min(1).max(REASON_LENGTH),
});

/** `GET …/export`: in which form and language; `bom` is for spreadsheets. */
export const exportQuerySchema = z.strictObject({
  format: z.enum(['csv', 'json']),
  bom: z.literal('1').optional(),
  language: deskLanguageSchema.default('fr'),
});

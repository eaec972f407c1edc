import { z } from 'zod';
import type { Locale } from '../content/primitives.ts';
import { instantSchema, localeSchema } from '../content/primitives.ts';
import { mailedTokenSchema } from '../submissions/inquiry-confirm.ts';

/** Files that a visitor sends on the invitation of staff (I9). */

/** Most bytes of one file. */
export const FILE_MOST_BYTES = 10 * 1024 * 1024;

/** What a file may be; told by its content. */
export const fileKindSchema = z.enum(['pdf', 'jpeg', 'png', 'heic', 'docx']);
export type FileKind = z.infer<typeof fileKindSchema>;

/** `held`: the scanner has not seen it yet, and nobody can download it. `refused`: it was infected and is destroyed. */
export const fileStateSchema = z.enum(['held', 'clean', 'refused']);
export type FileState = z.infer<typeof fileStateSchema>;

/** Why a file isn't taken. Closed: each has texts in both languages. */
export const fileRefusalSchema = z.enum([
  'invitation-unknown',
  'invitation-ended',
  'too-many',
  'too-large',
  'empty',
  /** Not one of the kinds, whatever its name says. */
  'kind',
  /** A document with macros, embedded programs or a template from elsewhere. */
  'macros',
  /** A document that unpacks to more than anyone writes, or that can't be unpacked. */
  'archive',
]);
export type FileRefusal = z.infer<typeof fileRefusalSchema>;

/** `POST /passerelle/inquiries/:id/invitation`: asks the visitor for files by mail. An earlier invitation ends. */
export const invitationBodySchema = z.strictObject({ most: z.int().min(1).max(20).default(5) });

/** `/passerelle/inquiries/:id/files/:file` */
export const inquiryFileParamsSchema = z.object({ id: z.uuid(), file: z.uuid() });

/** `GET /passerelle/inquiries/:id/files`, newest first. */
export const inquiryFilesSchema = z.object({
  invitations: z.array(
    z.object({
      id: z.uuid(),
      at: instantSchema,
      endsAt: instantSchema,
      actor: z.string(),
      most: z.int().positive(),
      received: z.int().nonnegative(),
    }),
  ),
  files: z.array(
    z.object({
      id: z.uuid(),
      invitation: z.uuid(),
      at: instantSchema,
      name: z.string(),
      kind: fileKindSchema,
      bytes: z.int().positive(),
      state: fileStateSchema,
      checkedAt: instantSchema.nullable(),
    }),
  ),
  /** False where no scanner is set or it can't be reached: what comes stays held. */
  scanner: z.boolean(),
});
export type InquiryFiles = z.infer<typeof inquiryFilesSchema>;

/** Of a request of the web server: whose invitation it is. Not in the address, which may be logged. */
export const invitationHeadersSchema = z.object({ 'x-invitation': mailedTokenSchema });

/** The same with a file: `POST /api/inquiry-files`, its bytes as `application/octet-stream`. */
export const fileHeadersSchema = invitationHeadersSchema.extend({
  /** Percent-encoded UTF-8; the visitor's own name for it. */
  'x-file-name': z
    .string()
    .max(2_000)
    .transform((text, context) => {
      try {
        return decodeURIComponent(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not percent-encoded' });
        return z.NEVER;
      }
    }),
});

const refusedSchema = z.object({ outcome: z.literal('refused'), code: fileRefusalSchema });

/** `POST /api/inquiry-files` */
export const fileAnswerSchema = z.discriminatedUnion('outcome', [
  /** Stored, and to be scanned before anyone reads it. `left`: how many more may come. */
  z.object({ outcome: z.literal('received'), name: z.string(), left: z.int().nonnegative() }),
  refusedSchema,
]);
export type FileAnswer = z.infer<typeof fileAnswerSchema>;

/** `GET /api/inquiry-files/invitation` */
export const invitationAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('open'),
    language: localeSchema,
    left: z.int().nonnegative(),
    endsAt: instantSchema,
  }),
  refusedSchema,
]);
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;

const FILES = { 'fr-CA': '/demarche/fichiers/', 'en-CA': '/en/start/files/' } as const satisfies Record<
  Locale,
  string
>;

/** The page where invited visitors send files. */
export function inquiryFilesPath(locale: Locale): string {
  return FILES[locale];
}

/** Whether a path is one of these pages: what is posted to them may be as large as a file. */
export function isInquiryFilesPath(path: string): boolean {
  return Object.values(FILES).some((one) => one === path);
}

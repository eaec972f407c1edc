import { z } from 'zod';
import { instantSchema, localeSchema } from '../content/primitives.ts';
import { emailAddressSchema } from '../submissions/email-address.ts';
import { ownTextSchema } from '../submissions/inquiry.ts';
import { frequencySchema } from '../submissions/newsletter.ts';
import { subscriberStatusSchema } from '../submissions/newsletter-reader.ts';

/** The newsletter's readers, as those who may look after them: `/passerelle/readers`, signed in to the admin. */

const reason = ownTextSchema(1_000).trim().min(3);
const words = z.enum(['fr', 'en']);

/** `POST …/look`: an address is never part of a path or a query, which are logged. */
export const readerLookBodySchema = z.strictObject({ email: emailAddressSchema });

/** A reader as they stand. */
export const lookedReaderSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  status: subscriberStatusSchema,
  locale: localeSchema,
  /** Names of categories in the reader's language; none is all. */
  topics: z.array(z.string()),
  /** Likewise of programmes. */
  programmes: z.array(z.string()),
  frequency: frequencySchema,
  pausedUntil: instantSchema.nullable(),
  joinedAt: instantSchema,
  confirmedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type LookedReader = z.infer<typeof lookedReaderSchema>;

/** Answers `…/look`. `events`: what the ledger has of the address, which outlives its reader. */
export const readerLookSchema = z.strictObject({
  reader: lookedReaderSchema.nullable(),
  suppressed: z.boolean(),
  events: z.int().nonnegative(),
});
export type ReaderLook = z.infer<typeof readerLookSchema>;

/** How a person let it be known that they want nothing more. */
export const withdrawalChannelSchema = z.enum(['email', 'telephone', 'letter']);
export type WithdrawalChannel = z.infer<typeof withdrawalChannelSchema>;

/** `POST …/unsubscribe`: ends a subscription at its person's word, heard by the staff. 404 where there is no reader. */
export const readerUnsubscribeBodySchema = z.strictObject({
  email: emailAddressSchema,
  channel: withdrawalChannelSchema,
});
export type ReaderUnsubscribeWish = z.infer<typeof readerUnsubscribeBodySchema>;

/** `already`: nothing was sent any more before either. */
export const readerUnsubscribedSchema = z.strictObject({ outcome: z.enum(['ended', 'already']) });
export type ReaderUnsubscribed = z.infer<typeof readerUnsubscribedSchema>;

/** `POST …/lift`: lets an address that was suppressed be written to again, once its reader asks for it. */
export const readerLiftBodySchema = z.strictObject({ email: emailAddressSchema, reason });
export type ReaderLiftWish = z.infer<typeof readerLiftBodySchema>;

/** `already`: the address wasn't suppressed, or isn't any more. */
export const readerLiftedSchema = z.strictObject({ outcome: z.enum(['lifted', 'already']) });
export type ReaderLifted = z.infer<typeof readerLiftedSchema>;

/** `POST …/evidence`: a file; `words` is its language, the reader's own unless given. */
export const readerEvidenceBodySchema = z.strictObject({
  email: emailAddressSchema,
  format: z.enum(['json', 'pdf']),
  words: words.optional(),
  reason,
});
export type ReaderEvidenceWish = z.infer<typeof readerEvidenceBodySchema>;

/** `POST …/export`: every reader of a status, or all, as a file. */
export const readerExportBodySchema = z.strictObject({
  format: z.enum(['csv', 'json']),
  status: subscriberStatusSchema.exclude(['paused']).optional(),
  bom: z.boolean().default(false),
  words: words.default('fr'),
  reason,
});
export type ReaderExportWish = z.infer<typeof readerExportBodySchema>;

/** What a column of an imported table may hold. */
export const importFieldSchema = z.enum([
  'email',
  'locale',
  'topics',
  'programmes',
  'frequency',
  /** The day of the consent. */
  'consentDate',
  /** The words that were agreed to, or the version of ours. */
  'wording',
  /** Where it was given: a form, a page, an event. */
  'source',
  /** What proves it: where the record of it is kept. */
  'evidence',
]);
export type ImportField = z.infer<typeof importFieldSchema>;
export const IMPORT_FIELDS = importFieldSchema.options;

/** For each field the number of its column, from 0; what has none is left empty. */
export const importMappingSchema = z
  .partialRecord(importFieldSchema, z.int().min(0).max(199))
  .refine(({ email }) => email !== undefined, { error: 'a column has the address' })
  .refine((mapping) => new Set(Object.values(mapping)).size === Object.values(mapping).length, {
    error: 'each column once',
  });
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** Octets at the start of a file that a preview is made of. */
export const PREVIEW_OCTETS = 65_536;
/** Octets of a whole file, and its rows. */
export const IMPORT_OCTETS = 64 * 1024 * 1024;
export const IMPORT_ROWS = 100_000;

/** `POST …/import/preview`: the first rows of a table. */
export const importPreviewSchema = z.strictObject({
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** What the header's names suggest. */
  guess: z.partialRecord(importFieldSchema, z.int().nonnegative()),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** `POST …/import?wish=`, JSON; the body is the file itself. */
export const importWishSchema = z.strictObject({
  mapping: importMappingSchema,
  /** Of readers whose row says none. */
  locale: localeSchema,
  dryRun: z.boolean(),
  words: words.default('fr'),
});
export type ImportWish = z.infer<typeof importWishSchema>;

/**
 * What became of a row. `unproven`: kept, and not written to. `updated`: had asked or was unproven, and is a reader now.
 * `already`: nothing changed. `ended`: had unsubscribed, and stays so. `duplicate`: the address stood in an earlier row.
 */
export const importOutcomeSchema = z.enum([
  'added',
  'unproven',
  'updated',
  'already',
  'ended',
  'suppressed',
  'duplicate',
  'refused',
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** What is wrong with a row. */
export const importFaultSchema = z.enum([
  'email-missing',
  'email-wrong',
  'locale-unknown',
  'topic-unknown',
  'programme-unknown',
  'frequency-unknown',
  'date-wrong',
  'date-future',
  'too-long',
  'columns-missing',
]);
export type ImportFault = z.infer<typeof importFaultSchema>;

/** Why a whole file isn't read further. */
export const importStopSchema = z.enum([
  'empty',
  'not-csv',
  'encoding-unknown',
  'too-large',
  'too-many-rows',
]);
export type ImportStop = z.infer<typeof importStopSchema>;

/** What came of a file, row by row in numbers. Lines count from 1, the header is the first. */
export const importReportSchema = z.strictObject({
  dryRun: z.boolean(),
  rows: z.int().nonnegative(),
  outcomes: z.record(importOutcomeSchema, z.int().nonnegative()),
  /** The first thousand; `message` is in the words that were asked for. */
  faults: z.array(z.strictObject({ line: z.int().positive(), code: importFaultSchema, message: z.string() })),
  /** The first thousand addresses that stood in an earlier line. */
  duplicates: z.array(z.strictObject({ line: z.int().positive(), first: z.int().positive() })),
  /** Set when the file was not read to its end; rows before it are done. */
  stopped: z
    .strictObject({ line: z.int().positive().nullable(), code: importStopSchema, message: z.string() })
    .nullable(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

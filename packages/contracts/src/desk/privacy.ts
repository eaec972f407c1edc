import { z } from 'zod';
import { consentPurposeSchema } from '../content/consent-text.ts';
import { daySchema, instantSchema, lineSchema, localeSchema } from '../content/primitives.ts';
import { emailAddressSchema } from '../submissions/email-address.ts';
import { ownTextSchema, referenceSchema } from '../submissions/inquiry.ts';
import { mailedTokenSchema } from '../submissions/inquiry-confirm.ts';
import { personRequestKindSchema } from '../submissions/person-request.ts';

/** Requests of persons, as the privacy officer works them: `/passerelle/privacy`, of those who are signed in to the admin. */

/** How a request stands. `unconfirmed`: the link that was mailed to its address hasn't been followed. */
export const personRequestStatusSchema = z.enum(['unconfirmed', 'open', 'done', 'refused']);
export type PersonRequestStatus = z.infer<typeof personRequestStatusSchema>;

/** A request in the register: nothing of its person. */
export const registeredRequestSchema = z.strictObject({
  id: z.uuid(),
  reference: referenceSchema,
  kind: personRequestKindSchema,
  status: personRequestStatusSchema,
  language: localeSchema,
  receivedAt: instantSchema,
  /** 30 days after it was received (RLRQ c. P-39.1, art. 32), or later where that was put off. */
  dueAt: instantSchema,
  /** Whole days until then, begun ones counted; negative once it has passed; null where nothing is due any more. */
  daysLeft: z.int().nullable(),
  colour: z.enum(['none', 'ok', 'soon', 'late']),
  late: z.boolean(),
  closedAt: instantSchema.nullable(),
  closedBy: z.string().nullable(),
});
export type RegisteredRequest = z.infer<typeof registeredRequestSchema>;

/** `GET …/requests`: what is open first, then by due date. */
export const requestListQuerySchema = z.strictObject({ status: personRequestStatusSchema.optional() });
export const requestListSchema = z.strictObject({ requests: z.array(registeredRequestSchema) });

export const requestParamsSchema = z.object({ id: z.uuid() });

/** `GET …/counts`, for the home page. `soon`: within ten days. */
export const requestCountsSchema = z.strictObject({
  open: z.int().nonnegative(),
  soon: z.int().nonnegative(),
  late: z.int().nonnegative(),
});
export type RequestCounts = z.infer<typeof requestCountsSchema>;

/** `GET …/requests/:id`; `person` is null once it was erased. */
export const requestDetailSchema = registeredRequestSchema.extend({
  person: z.strictObject({ name: z.string(), email: z.string(), message: z.string() }).nullable(),
  /** Of a request to withdraw a consent that is open: those that stand. */
  standing: z.array(consentPurposeSchema),
  reason: z.string().nullable(),
  /** Of the law, which a refusal is based on; null of what wasn't refused, or is erased. */
  provision: z.string().nullable(),
  /** When and why it was put off; null where it wasn't. The reason is gone once the person was erased. */
  extension: z.strictObject({ at: instantSchema, reason: z.string().nullable() }).nullable(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** `GET …/requests/:id/found`: how much is kept of whoever asked, of each kind. */
export const requestFindingsSchema = z.strictObject({
  inquiries: z.int().nonnegative(),
  /** Of the inquiries, those that must be kept: nothing is erased while there is one. */
  held: z.int().nonnegative(),
  files: z.int().nonnegative(),
  newsletter: z.boolean(),
  /** Events in the ledger of consent. */
  consents: z.int().nonnegative(),
  mails: z.int().nonnegative(),
  requests: z.int().nonnegative(),
});
export type RequestFindings = z.infer<typeof requestFindingsSchema>;

const reason = ownTextSchema(1_000).trim();

/** `POST …/requests/:id/extend`: until when it is put off, at the end of that day, and the reason that the person is told. */
export const extendRequestBodySchema = z.strictObject({ until: daySchema, reason: reason.min(3) });

/**
 * `POST …/requests/:id/close`: what the person is told by mail. A refusal names the provision of the law that it is
 * based on, beside its reason (RLRQ c. P-39.1, art. 34). `withdraws`: the consents that end with the answer, of a request
 * to withdraw one; none only where none stands.
 */
export const closeRequestBodySchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('done'),
    withdraws: z.array(consentPurposeSchema).max(consentPurposeSchema.options.length).default([]),
    reason: reason.min(3),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    /** A provision has a number. */
    provision: lineSchema.trim().min(3).max(200).regex(/\d/),
    reason: reason.min(3),
  }),
]);
export type CloseRequestBody = z.output<typeof closeRequestBodySchema>;

/** Whose data: of a request whose address is confirmed, or of an address whose person proved it in another way. */
const subjectSchema = z.union([
  z.strictObject({ request: z.uuid() }),
  z.strictObject({ email: emailAddressSchema }),
]);
export type PrivacySubject = z.infer<typeof subjectSchema>;

/** `zip` has the other three, and the person's files. */
export const bundleFormatSchema = z.enum(['json', 'csv', 'pdf', 'zip']);
export type BundleFormat = z.infer<typeof bundleFormatSchema>;

/** `POST …/bundle`: a file, for a reason that goes on record. */
export const bundleBodySchema = z.strictObject({
  subject: subjectSchema,
  format: bundleFormatSchema,
  /** Of the file's own words. */
  words: z.enum(['fr', 'en']).default('fr'),
  reason: reason.min(3),
});

/** `POST /api/person-bundle`, by the web server: answered with the ZIP file of whoever a secret was mailed to, or 404. */
export const bundleFetchBodySchema = z.strictObject({ token: mailedTokenSchema });

/** `POST …/erase`: answered with the certificate. */
export const eraseBodySchema = z.strictObject({ subject: subjectSchema, reason: reason.min(3) });

/** What was erased: counts, and the SHA-256 of the ids of what was, each on a line after its kind. */
export const erasureCertificateSchema = z.strictObject({
  id: z.uuid(),
  at: instantSchema,
  /** Who had it erased; null for the command line. */
  actor: z.string().nullable(),
  /** Keyed hash of the address: proves that it is the certificate of whoever can name the address. */
  person: z.string(),
  counts: z.strictObject({
    inquiries: z.int().nonnegative(),
    subscribers: z.int().nonnegative(),
    mails: z.int().nonnegative(),
    requests: z.int().nonnegative(),
    /** Certificates from before files were counted have none. */
    files: z.int().nonnegative().default(0),
  }),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ErasureCertificate = z.infer<typeof erasureCertificateSchema>;

/** `GET …/certificates`, newest first. */
export const certificateListSchema = z.strictObject({ certificates: z.array(erasureCertificateSchema) });

/** What isn't done, with 409. Closed: each has texts in both languages. */
export const privacyRefusalSchema = z.enum([
  /** The person hasn't shown that the address is theirs. */
  'not-confirmed',
  /** The person asked for something else than to be erased. */
  'not-asked',
  /** The person asked to be erased, and is still there: what answers is the erasure. */
  'not-erased',
  /** The person asked to withdraw a consent, one stands, and none is withdrawn. */
  'not-withdrawn',
  /** What is to be withdrawn isn't a consent that stands, or the person didn't ask for it. */
  'not-standing',
  /** It was answered, or its person was erased. */
  'request-closed',
  /** It is put off to a day that isn't later than before, or more than a year after it came. */
  'date-wrong',
  /** Something of this person must be kept: a legal hold on an inquiry. Nothing was erased. */
  'legal-hold',
]);
export type PrivacyRefusal = z.infer<typeof privacyRefusalSchema>;

export const privacyRefusedSchema = z.object({
  error: z.object({
    status: z.literal(409),
    message: z.string(),
    details: z.object({ code: privacyRefusalSchema }),
  }),
});

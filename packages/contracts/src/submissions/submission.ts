import { z } from 'zod';
import { instantSchema, localeSchema } from '../content/primitives.ts';
import { inquirySchema, referenceSchema } from './inquiry.ts';
import { inquiryConfirmationSchema } from './inquiry-confirm.ts';
import { inquiryContinuationSchema } from './inquiry-continue.ts';
import {
  newsletterAddressSchema,
  newsletterConfirmSchema,
  newsletterEraseSchema,
  newsletterPreferencesSchema,
  newsletterUnsubscribeSchema,
  subscribeSchema,
} from './newsletter.ts';
import { personRequestConfirmationSchema, personRequestSchema } from './person-request.ts';
import { refusalCodeSchema } from './refusals.ts';
import { voterSchema, voteSchema } from './vote.ts';

/** Made when a form is rendered, sent with every POST of it: the same key has one effect and one answer. */
export const submissionKeySchema = z.uuid();

/** What every submission carries on its way from the web server to the CMS. */
const envelope = {
  key: submissionKeySchema,
  locale: localeSchema,
  /** When the web server had it whole; what is late is judged by this. */
  receivedAt: instantSchema,
  /** Names the visitor's request in the logs of both. */
  requestId: z.uuid(),
};

/** A submission as the web server hands it to the CMS. `body` alone is the visitor's, and what a key stands for. */
export const submissionSchema = z.discriminatedUnion('form', [
  z.strictObject({ ...envelope, form: z.literal('vote'), body: voteSchema, voter: voterSchema }),
  z.strictObject({
    ...envelope,
    form: z.literal('inquiry'),
    body: inquirySchema,
    /** Whether the visitor's browser proved work or was not asked to; if not, an e-mail must be confirmed first. */
    proven: z.boolean(),
  }),
  z.strictObject({ ...envelope, form: z.literal('inquiry-confirm'), body: inquiryConfirmationSchema }),
  z.strictObject({ ...envelope, form: z.literal('inquiry-continue'), body: inquiryContinuationSchema }),
  z.strictObject({ ...envelope, form: z.literal('subscribe'), body: subscribeSchema }),
  z.strictObject({ ...envelope, form: z.literal('newsletter-confirm'), body: newsletterConfirmSchema }),
  z.strictObject({
    ...envelope,
    form: z.literal('newsletter-preferences'),
    body: newsletterPreferencesSchema,
  }),
  z.strictObject({
    ...envelope,
    form: z.literal('newsletter-unsubscribe'),
    body: newsletterUnsubscribeSchema,
  }),
  z.strictObject({ ...envelope, form: z.literal('newsletter-address'), body: newsletterAddressSchema }),
  z.strictObject({ ...envelope, form: z.literal('newsletter-erase'), body: newsletterEraseSchema }),
  z.strictObject({ ...envelope, form: z.literal('person-request'), body: personRequestSchema }),
  z.strictObject({
    ...envelope,
    form: z.literal('person-request-confirm'),
    body: personRequestConfirmationSchema,
  }),
]);
export type Submission = z.infer<typeof submissionSchema>;
export type FormName = Submission['form'];
export type SubmissionOf<F extends FormName> = Extract<Submission, { form: F }>;

/**
 * What came of a submission. `accepted` and `refused` are final and the same for every repetition of the key;
 * `failed` is a fault of ours: nothing was kept, and it may be sent again.
 */
export const answerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('accepted'),
    /** Of an inquiry: by which the visitor and the staff name it. */
    reference: referenceSchema.optional(),
  }),
  z.strictObject({ outcome: z.literal('refused'), code: refusalCodeSchema }),
  z.strictObject({ outcome: z.literal('failed') }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Submissions sent together: they are many when visitors are, and cost little more than one. */
export const BATCH_LIMIT = 100;

/** `POST /api/submissions`, with the web server's token. Answers stand in the order of the submissions. */
export const submissionBatchSchema = z.strictObject({
  submissions: z.array(submissionSchema).min(1).max(BATCH_LIMIT),
});
export const answerBatchSchema = z.strictObject({ answers: z.array(answerSchema).min(1).max(BATCH_LIMIT) });

/** `POST /api/submissions/sealed`: submissions that waited, each a libsodium sealed box (crypto_box_seal) of its JSON, base64. */
export const sealedBatchSchema = z.strictObject({
  boxes: z.array(z.base64().max(200_000)).min(1).max(BATCH_LIMIT),
});

/** `POST /api/submissions/alarms`: what the web server's spool had to set aside. No content, no personal data. */
export const spoolAlarmSchema = z.strictObject({
  form: z.string().max(40),
  requestId: z.uuid(),
  receivedAt: instantSchema,
  attempts: z.int().positive(),
});
export type SpoolAlarm = z.infer<typeof spoolAlarmSchema>;

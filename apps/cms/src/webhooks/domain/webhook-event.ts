import { inquiryStatusSchema, instantSchema, localeSchema, referenceSchema } from '@passerelle/contracts';
import { z } from 'zod';

/**
 * What others are told of inquiries: these fields and no other, nothing of a person (I14). The body of a request, in
 * the form of the Standard Webhooks specification (`type`, `timestamp`, `data`).
 */
export const webhookEventSchema = z.strictObject({
  type: z.enum(['inquiry.created', 'inquiry.transitioned']),
  /** When it happened. */
  timestamp: instantSchema,
  data: z.strictObject({
    reference: referenceSchema,
    /** Null for one that has just come. */
    from: inquiryStatusSchema.nullable(),
    status: inquiryStatusSchema,
    /** The visitor's. */
    language: localeSchema,
    programme: z.string().nullable(),
    receivedAt: instantSchema,
  }),
});
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

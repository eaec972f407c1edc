import { z } from 'zod';
import { wordingVersionSchema } from '../content/consent-text.ts';
import { daySchema, documentIdSchema, localeSchema } from '../content/primitives.ts';
import { emailAddressSchema } from './email-address.ts';

/** How often a reader wants to be written to. */
export const frequencySchema = z.enum(['instant', 'daily', 'weekly', 'monthly']);
export type Frequency = z.infer<typeof frequencySchema>;

const distinct = z
  .array(documentIdSchema)
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'each once' });

/** Document ids of categories, each once; none means all of them. */
const topicsSchema = distinct;

/** Document ids of programmes, each once; none means all of them. */
const programmesSchema = distinct;

/** 256 random bits in base64url. It stands for its reader: it is mailed to them, and stored as a hash alone. */
export const subscriberTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** Path of one of the site's pages. */
const pagePathSchema = z
  .string()
  .max(300)
  .regex(/^\/[^\s?#]*$/);

/** Asks for the newsletter. Nothing is mailed but a link to confirm it with (L2). */
export const subscribeSchema = z.strictObject({
  email: emailAddressSchema,
  topics: topicsSchema,
  frequency: frequencySchema,
  /** The wording of the box that was ticked. */
  wording: wordingVersionSchema,
  /** The collection notice that was shown; null where the site has none, and of forms from before they showed one. */
  notice: wordingVersionSchema.nullable().default(null),
  /** Of the form's own fields. */
  formVersion: z.string().regex(/^[1-9]\d{0,3}$/),
  /** Page the form was on. */
  page: pagePathSchema,
});
export type Subscribe = z.infer<typeof subscribeSchema>;

const tokenOnlySchema = z.strictObject({ token: subscriberTokenSchema });

/** Confirms a subscription or a change of address, by the token that was mailed. Once. */
export const newsletterConfirmSchema = tokenOnlySchema;

export const newsletterPreferencesSchema = z.strictObject({
  token: subscriberTokenSchema,
  topics: topicsSchema,
  programmes: programmesSchema,
  frequency: frequencySchema,
  /** In which the reader is written to (L4). */
  locale: localeSchema,
  /** The day on which a pause ends; null for none. */
  pausedUntil: daySchema.nullable(),
});
export type NewsletterPreferences = z.infer<typeof newsletterPreferencesSchema>;

/** Ends a subscription, however often it is sent (L3). */
export const newsletterUnsubscribeSchema = tokenOnlySchema;

/** Asks for another address, to which a link to confirm it with is mailed. */
export const newsletterAddressSchema = z.strictObject({
  token: subscriberTokenSchema,
  email: emailAddressSchema,
});

/** Has everything about the reader removed but what proves the consents. */
export const newsletterEraseSchema = tokenOnlySchema;

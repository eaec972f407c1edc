import { z } from 'zod';
import { wordingVersionSchema } from '../content/consent-text.ts';
import { emailAddressSchema } from './email-address.ts';
import { ownTextSchema } from './inquiry.ts';
import { mailedTokenSchema } from './inquiry-confirm.ts';

/** What persons may ask about what is kept of them: RLRQ c. P-39.1, art. 27, 28, 28.1 and 8. */
export const personRequestKindSchema = z.enum([
  'access',
  'rectification',
  'portability',
  'erasure',
  'withdrawal',
]);
export type PersonRequestKind = z.infer<typeof personRequestKindSchema>;

/** What a person asks about their own data. Nothing is told or done before the address is confirmed. */
export const personRequestSchema = z.strictObject({
  kind: personRequestKindSchema,
  name: ownTextSchema(120)
    .regex(/^[^\r\n\t]*$/)
    .min(1),
  email: emailAddressSchema,
  /** What is to be corrected, or anything that helps; may be empty. */
  message: ownTextSchema(2_000),
  /** The collection notice that was shown. */
  notice: wordingVersionSchema,
  /** Page the form was on. */
  page: z
    .string()
    .max(300)
    .regex(/^\/[^\s?#]*$/),
});
export type PersonRequest = z.infer<typeof personRequestSchema>;

/** Confirms the address of a request, by the token that was mailed to it. Confirmed twice, it is one confirmation. */
export const personRequestConfirmationSchema = z.strictObject({ token: mailedTokenSchema });

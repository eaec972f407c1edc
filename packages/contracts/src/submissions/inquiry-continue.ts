import { z } from 'zod';
import type { Locale } from '../content/primitives.ts';
import { emailAddressSchema } from './email-address.ts';
import { mailedTokenSchema } from './inquiry-confirm.ts';

/** Asks for a mail with the link by which its reader goes on with a draft. Nothing of the draft is in it. */
export const inquiryContinuationSchema = z.strictObject({
  email: emailAddressSchema,
  token: mailedTokenSchema,
});

const RESUME = { 'fr-CA': '/demarche/reprendre/', 'en-CA': '/en/start/resume/' } as const satisfies Record<
  Locale,
  string
>;

/** Where the mailed link leads; asking for it changes nothing, posting from it opens the draft. */
export function inquiryResumePath(locale: Locale): string {
  return RESUME[locale];
}

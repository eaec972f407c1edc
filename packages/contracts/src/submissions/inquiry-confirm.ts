import { z } from 'zod';
import type { Locale } from '../content/primitives.ts';

/** The secret of a link that was mailed: 256 random bits, base64url. */
export const mailedTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** What the page behind the link posts: that the address is the visitor's, and that the inquiry is meant. */
export const inquiryConfirmationSchema = z.strictObject({ token: mailedTokenSchema });
export type InquiryConfirmation = z.infer<typeof inquiryConfirmationSchema>;

const CONFIRM = { 'fr-CA': '/demarche/confirmer/', 'en-CA': '/en/start/confirm/' } as const satisfies Record<
  Locale,
  string
>;

/** The page that confirms an inquiry; asking for it changes nothing, posting from it does. */
export function inquiryConfirmPath(locale: Locale): string {
  return CONFIRM[locale];
}

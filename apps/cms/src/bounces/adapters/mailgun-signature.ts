import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MailgunSignature } from '../domain/mailgun-event.ts';

/** How old a message may be, and how far clocks may differ, in milliseconds. */
const WINDOW_MS = 15 * 60_000;

/**
 * Checks a message of Mailgun's: HMAC-SHA-256 of time and token under the webhook signing key of the account, compared
 * in constant time.
 *
 * @param now in milliseconds since 1970.
 * @returns why it isn't taken; null when it may be.
 */
export function mailgunFault(
  { timestamp, token, signature }: MailgunSignature,
  key: string,
  now: number,
): 'forged' | 'stale' | null {
  const expected = createHmac('sha256', key)
    .update(timestamp + token)
    .digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return 'forged';
  return Math.abs(now - Number(timestamp) * 1000) > WINDOW_MS ? 'stale' : null;
}

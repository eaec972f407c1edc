import type { Poll } from '@passerelle/contracts';

const DAY_MS = 86_400_000;
/** Browsers keep no cookie longer (RFC 6265bis, section 5.5). */
const LONGEST_DAYS = 400;
const DAYS_AFTER_CLOSING = 60;

/** The cookie of one poll: nothing in it links one poll to another. `__Host-` holds it to this very host (RFC 6265bis). */
export const voterCookieName = (documentId: string): string => `__Host-sondage-${documentId}`;

/**
 * The `Set-Cookie` header that remembers that this browser has voted, until 60 days after the poll closes.
 *
 * @param value signed, base64url and a dot: nothing in it needs escaping.
 */
export function voterCookie({ documentId, closesAt }: Poll, value: string, now: Date): string {
  const longest = LONGEST_DAYS * DAY_MS;
  const wanted =
    closesAt === null ? longest : Date.parse(closesAt) - now.getTime() + DAYS_AFTER_CLOSING * DAY_MS;
  const seconds = Math.floor(Math.min(Math.max(wanted, DAYS_AFTER_CLOSING * DAY_MS), longest) / 1000);
  return `${voterCookieName(documentId)}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

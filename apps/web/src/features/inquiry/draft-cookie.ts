/** Holds the cookie to this very host (RFC 6265bis). */
export const DRAFT_COOKIE = '__Host-demarche';

/** A draft is kept for 14 days after it was last changed; what was sent, for a day, to be looked at and printed. */
export const DRAFT_LIFE_S = 14 * 86_400;
export const SENT_LIFE_S = 86_400;

/** The `Set-Cookie` header that has the browser forget it. */
export const noDraftCookie = (): string =>
  `${DRAFT_COOKIE}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** The `Set-Cookie` header. @param value signed, base64url and a dot: nothing in it needs escaping. */
export const draftCookie = (value: string, lifeS: number): string =>
  `${DRAFT_COOKIE}=${value}; Max-Age=${lifeS}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/**
 * What a mailed token is good for. `confirm` and `change-address` are of one use. `manage` is in every mail of its
 * reader. `unsubscribe` is what it becomes once its reader has another address: all it can still do is to end.
 */
export type TokenPurpose = 'confirm' | 'change-address' | 'manage' | 'unsubscribe';

export interface MailedToken {
  subscriber: string;
  purpose: TokenPurpose;
  /** The address that a `change-address` token was mailed to, as a blind index; null for the others. */
  emailIndex: string | null;
  /** Null for one that is good as long as its reader is there. Milliseconds since 1970. */
  expiresAt: number | null;
  usedAt: number | null;
}

const DAY_MS = 86_400_000;

/** How long a subscription or another address waits to be confirmed; a subscription that isn't is forgotten then. */
export const CONFIRM_MS = 7 * DAY_MS;
/** How long links of a reader who is gone, or was mailed a link of its own, are good at least (L3 asks for 60 days). */
export const LINK_MS = 90 * DAY_MS;

/** Why a token of one use can't be used; null when it can. */
export function confirmFault(
  token: MailedToken | null,
  now: number,
): 'unknown-subject' | 'already-done' | 'expired' | null {
  if (token === null || (token.purpose !== 'confirm' && token.purpose !== 'change-address')) {
    return 'unknown-subject';
  }
  if (token.usedAt !== null) return 'already-done';
  return token.expiresAt !== null && token.expiresAt <= now ? 'expired' : null;
}

/** Whether a token shows and changes what is kept of its reader. */
export const manages = (token: MailedToken | null, now: number): token is MailedToken =>
  token?.purpose === 'manage' && (token.expiresAt === null || token.expiresAt > now);

/** Whether a token ends the subscription: late rather than never. */
export const ends = (token: MailedToken | null): token is MailedToken =>
  token?.purpose === 'manage' || token?.purpose === 'unsubscribe';

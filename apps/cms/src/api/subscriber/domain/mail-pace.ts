/** Whoever asks again and again for an address has one mail sent to it in that time, in milliseconds. */
const PACE_MS = 600_000;

/**
 * When the mail that answers was, or is to be, written: the last one's instant while that is fresh, else now. Mails of one
 * instant have one key, so the outbox has but one of them; to ask too often looks like, and costs as much as, asking once.
 *
 * @param mailedAt of the last mail; null when there was none. Milliseconds, as `now`.
 */
export function mailInstant(mailedAt: number | null, now: number): number {
  return mailedAt !== null && now - mailedAt < PACE_MS ? mailedAt : now;
}

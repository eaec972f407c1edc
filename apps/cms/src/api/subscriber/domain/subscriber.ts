import type { Frequency, Locale, SubscriberStatus } from '@passerelle/contracts';

/** A reader as the table has them; sealed texts stay sealed. Instants are milliseconds since 1970. */
export interface Subscriber {
  id: string;
  emailIndex: string;
  wrappedKey: string;
  kid: string;
  email: string;
  newEmail: string | null;
  manageToken: string;
  locale: Locale;
  topics: string[];
  programmes: string[];
  frequency: Frequency;
  /** As it is stored: a pause is told by `pausedUntil`. */
  status: StoredStatus;
  pausedUntil: number | null;
  wording: string;
  page: string;
  formVersion: string;
  /** First, and last, asked for. */
  joinedAt: number;
  askedAt: number;
  /** When the last mail that answers a form was written. */
  mailedAt: number | null;
  confirmedAt: number | null;
  /** Unsubscribed or suppressed. */
  endedAt: number | null;
  lastIssueAt: number | null;
  /** Of one who was imported: what was handed over, sealed. */
  evidence: string | null;
}

export type StoredStatus = Exclude<SubscriberStatus, 'paused'>;

/** Whether there is anything to end: a subscription, the wish for one, an import that waits for its evidence. */
export const mayEnd = ({ status }: Pick<Subscriber, 'status'>): boolean =>
  status === 'active' || status === 'pending' || status === 'unproven';

/** How a reader stands at an instant (ms): a pause ends by itself. */
export function statusAt(
  { status, pausedUntil }: Pick<Subscriber, 'status' | 'pausedUntil'>,
  now: number,
): SubscriberStatus {
  return status === 'active' && pausedUntil !== null && pausedUntil > now ? 'paused' : status;
}

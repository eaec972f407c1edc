import type { Frequency, Locale } from '@passerelle/contracts';
import { type Subscriber, statusAt } from './subscriber.ts';

/** Whom an issue is for. What is absent doesn't matter. */
export interface Segment {
  locale?: Locale | undefined;
  /** Document ids of categories. */
  topics?: readonly string[] | undefined;
  programmes?: readonly string[] | undefined;
  frequency?: Frequency | undefined;
  /** Who joined at this instant or later. */
  joinedFrom?: Date | undefined;
  joinedBefore?: Date | undefined;
}

/** Why a reader isn't sent an issue. */
export type ReaderExclusion =
  | 'suppressed'
  | 'unsubscribed'
  | 'unconfirmed'
  | 'paused'
  | 'other-locale'
  | 'other-frequency'
  | 'other-topic'
  | 'outside-segment'
  | 'unreadable';

/**
 * The first reason for which a reader is left out of a segment; null when there is none.
 *
 * @param suppressed whether the address isn't written to, whatever its reader is.
 * @param now in milliseconds.
 */
export function exclusionOf(
  reader: Subscriber,
  segment: Segment,
  { suppressed, now }: { suppressed: boolean; now: number },
): ReaderExclusion | null {
  const status = statusAt(reader, now);
  if (suppressed || status === 'suppressed') return 'suppressed';
  if (status === 'unsubscribed') return 'unsubscribed';
  if (status === 'pending' || status === 'unproven') return 'unconfirmed';
  if (status === 'paused') return 'paused';
  if (segment.locale !== undefined && segment.locale !== reader.locale) return 'other-locale';
  if (segment.frequency !== undefined && segment.frequency !== reader.frequency) return 'other-frequency';
  if (!meets(reader.topics, segment.topics)) return 'other-topic';
  if (!meets(reader.programmes, segment.programmes)) return 'outside-segment';
  const { joinedFrom, joinedBefore } = segment;
  if (joinedFrom !== undefined && joinedOf(reader) < joinedFrom.getTime()) return 'outside-segment';
  if (joinedBefore !== undefined && joinedOf(reader) >= joinedBefore.getTime()) return 'outside-segment';
  return null;
}

/** When a reader joined, the last time: a link was followed. Milliseconds. */
export const joinedOf = ({ confirmedAt, joinedAt }: Subscriber): number => confirmedAt ?? joinedAt;

/** Whether any of what is offered is wanted; who has chosen nothing wants all. */
const meets = (wanted: readonly string[], offered: readonly string[] | undefined): boolean =>
  offered === undefined || wanted.length === 0 || wanted.some((one) => offered.includes(one));

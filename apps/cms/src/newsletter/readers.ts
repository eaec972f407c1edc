import type { Locale } from '@passerelle/contracts';
import type { Transaction } from '../platform/jobs/database.ts';

export type Frequency = 'instant' | 'daily' | 'weekly' | 'monthly';

/** Someone who has subscribed. */
export interface Reader {
  id: string;
  email: string;
  locale: Locale;
  /** Document ids of categories; none is all of them. */
  topics: readonly string[];
  /** Document ids of programmes; none is all of them. */
  programmes: readonly string[];
  frequency: Frequency;
  /** `until` of the last digest they were told by. */
  lastIssueAt: Date | null;
  /** When the subscription was confirmed, the last time. */
  joinedAt: Date;
}

/** Whom an issue is for. What is absent doesn't matter. */
export interface Segment {
  locale?: Locale | undefined;
  topics?: readonly string[] | undefined;
  programmes?: readonly string[] | undefined;
  frequency?: Frequency | undefined;
  /** Who joined at this instant or later. */
  joinedFrom?: Date | undefined;
  joinedBefore?: Date | undefined;
}

/** Why a candidate isn't sent an issue. `nothing-new`: it would be empty. `in-progress`: another is under way to them. */
export type Exclusion =
  | 'unsubscribed'
  | 'paused'
  | 'suppressed'
  | 'unconfirmed'
  | 'other-locale'
  | 'other-topic'
  | 'other-frequency'
  | 'outside-segment'
  | 'unreadable'
  | 'nothing-new'
  | 'in-progress';

export interface Candidate {
  reader: Reader;
  /** null when the reader is meant. */
  excluded: Exclusion | null;
}

/** What only this reader's mail has. */
export interface Recipient {
  address: string;
  links: {
    /** RFC 8058 one-click: a POST to it unsubscribes. */
    unsubscribe: string;
    /** Preferences. */
    manage: string;
  };
}

/** The subscribers, as the sender knows them. */
export interface Readers {
  /**
   * Everyone who is considered for a segment, each once, with a reason where they are left out.
   * They are read in parts, through the transaction alone.
   */
  candidates(transaction: Transaction, segment: Segment): AsyncIterable<Candidate>;

  /** Those of the ids who may be sent mail at this moment. On PostgreSQL it locks nothing. */
  stillWant(transaction: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>>;

  /** Where to write to. Those whose address can't be read are left out. Outside of any transaction. */
  recipients(ids: readonly string[]): Promise<ReadonlyMap<string, Recipient>>;

  /** The server won't ever take mail for this reader: nothing more is sent there. */
  suppress(transaction: Transaction, id: string, reason: string): Promise<void>;

  /** Notes that readers were told of all up to `until`. */
  told(transaction: Transaction, ids: readonly string[], until: Date): Promise<void>;
}

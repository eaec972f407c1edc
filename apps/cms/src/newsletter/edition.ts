import type { Transaction } from '../platform/jobs/database.ts';
import type { Issue } from './adapters/issue-rows.ts';
import type { Exclusion, Reader, Segment } from './readers.ts';
import type { Rendition } from './rendition.ts';

/** An issue ready to be prepared: everything it says has been read. */
export interface Edition {
  segment: Segment;
  /** Who writes, line by line, in the reader's language; empty before the organization has been written. */
  senderOf(locale: Reader['locale']): readonly string[];
  /** Told of some readers before `choose` is asked for each of them, to read what that takes. */
  consider?(transaction: Transaction, readers: readonly string[]): Promise<void>;
  /**
   * What a reader gets: a key that is the same for all of a language who get the same, at most 56 characters, or why nothing.
   * It reads nothing: it is asked for each reader within a transaction.
   */
  choose(reader: Reader): { key: string } | { excluded: Exclusion };
  /** The words of a key in a language. Asked once for each that was chosen. It reads nothing. */
  render(locale: Reader['locale'], key: string): Promise<Rendition>;
}

/** Opens the edition of an issue, outside of any transaction. */
export type OpenEdition = (issue: Issue) => Promise<Edition>;

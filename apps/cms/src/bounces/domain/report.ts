import { type Failure, failedStatus, failureOf } from './failure.ts';
import { addressIn, type Fields } from './fields.ts';

/** What a report is about, as far as it tells. */
export interface Subject {
  /** `Message-ID`s that the report names. */
  messageIds: readonly string[];
  /** What our return path carried when the report came back to it; null when it carried nothing. */
  token: string | null;
  /** Whom the returned mail was written to. */
  writtenTo: readonly string[];
}

export interface FailedRecipient {
  /** As it is now, and as it was written to, where the two differ. */
  addresses: readonly string[];
  failure: Failure;
  /** RFC 3463. */
  status: string;
}

/** Mail that could not be delivered (RFC 3464). */
export interface FailureReport extends Subject {
  kind: 'failure';
  recipients: readonly FailedRecipient[];
}

/** A reader says that they didn't want it (RFC 5965). */
export interface ComplaintReport extends Subject {
  kind: 'complaint';
  /** Empty where they are kept secret. */
  recipients: readonly string[];
}

/** A server has taken a mail: it has delivered it or passed it on, or still tries (RFC 3464, 2.3.3). */
export interface ReceiptReport extends Subject {
  kind: 'receipt';
  /** As it is now, and as it was written to, of each. */
  recipients: readonly (readonly string[])[];
}

export type Report = FailureReport | ComplaintReport | ReceiptReport;

const isRecipient = (block: Fields): boolean =>
  block.has('final-recipient') || block.has('original-recipient');

const addressesOf = (block: Fields): string[] =>
  ['final-recipient', 'original-recipient']
    .map((name) => addressIn(block.get(name)))
    .filter((address) => address !== null);

/** The recipients of a delivery report to whom mail has failed. */
export function failedRecipients(blocks: readonly Fields[]): FailedRecipient[] {
  return blocks.flatMap((block) => {
    if (!isRecipient(block)) return [];
    const status = failedStatus(block);
    const failure = status === null ? null : failureOf(status);
    if (status === null || failure === null) return [];
    return [{ addresses: addressesOf(block), failure, status }];
  });
}

const TAKEN: ReadonlySet<string> = new Set(['delivered', 'relayed', 'expanded', 'delayed']);

/** The addresses of those recipients of a delivery report whose mail a server has taken. */
export function takenRecipients(blocks: readonly Fields[]): string[][] {
  return blocks
    .filter((block) => isRecipient(block) && TAKEN.has(block.get('action')?.toLowerCase() ?? ''))
    .map(addressesOf);
}

/** Kinds of feedback (RFC 5965, 7.3; RFC 6650) by which a reader turns against a mail. `not-spam` is the contrary. */
const COMPLAINTS: ReadonlySet<string> = new Set([
  'abuse',
  'fraud',
  'virus',
  'other',
  'opt-out',
  'opt-out-list',
]);

/** The recipients that a feedback report names; null when it is no complaint of a reader. */
export function complainants([block]: readonly Fields[]): string[] | null {
  const kind = block?.get('feedback-type')?.toLowerCase();
  if (block === undefined || kind === undefined || !COMPLAINTS.has(kind)) return null;
  const named = ['original-rcpt-to', 'removal-recipient'].map((name) => addressIn(block.get(name)));
  return named.filter((address) => address !== null);
}

/** Whether what a report says is about one reader, and how it is then to be taken. */
export type Verdict = { kind: Failure; status: string } | { kind: 'complaint' | 'receipt'; status: null };

/**
 * Reads a report as one about a reader.
 *
 * A recipient that is the reader's address decides. When the report names others alone, the mail was passed on: where
 * it was written to the reader it counts as soft, else it is no report about them. Where it names nobody, what it
 * returns decides.
 *
 * @returns null when it isn't about the reader.
 */
export function verdictOf(report: Report, isReader: (address: string) => boolean): Verdict | null {
  const wasWrittenTo = report.writtenTo.length === 0 || report.writtenTo.some(isReader);
  if (report.kind === 'complaint') {
    const isTheirs = report.recipients.length === 0 ? wasWrittenTo : report.recipients.some(isReader);
    return isTheirs ? { kind: 'complaint', status: null } : null;
  }
  if (report.kind === 'receipt') {
    const isTheirs = report.recipients.some((addresses) => addresses.some(isReader));
    return isTheirs || report.writtenTo.some(isReader) ? { kind: 'receipt', status: null } : null;
  }
  const own = report.recipients.find(({ addresses }) => addresses.some(isReader));
  if (own !== undefined) return { kind: own.failure, status: own.status };
  const [first] = report.recipients;
  if (first === undefined) return null;
  if (first.addresses.length === 0)
    return wasWrittenTo ? { kind: first.failure, status: first.status } : null;
  return report.writtenTo.some(isReader) ? { kind: 'soft', status: first.status } : null;
}

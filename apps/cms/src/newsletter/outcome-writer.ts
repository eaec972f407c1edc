import { withRetries } from '../platform/database/retries.ts';
import type { Connection, Transaction } from '../platform/jobs/database.ts';
import type { Random } from '../platform/jobs/settings.ts';
import * as rows from './adapters/delivery-rows.ts';
import type { Readers } from './readers.ts';

/** How a delivery ended, or why it is put back. */
export type Settlement =
  | { kind: 'sent' }
  | { kind: 'failed'; reason: string; isOfAddress: boolean }
  | { kind: 'uncertain'; reason: string }
  /** `reason` is null when it isn't this delivery's. */
  | { kind: 'given back'; reason: string | null; nextAt: number };

/** What the writer must know of a delivery. */
type Delivery = Pick<rows.Leased, 'id' | 'issue' | 'reader'> & {
  /** `until` of a digest: what its reader has been told when it was sent. */
  until: Date | null;
};

interface Mark {
  delivery: Delivery;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** A delivery that may not leave: not wanted any longer, paused, cancelled, or another's. */
class NotMarked extends Error {
  override readonly name = 'NotMarked';
}

export interface OutcomeWriter {
  /** Resolves when it is stored that the content is about to leave. @throws {NotMarked} */
  mark(delivery: Delivery): Promise<void>;
  /** Stores an outcome, before or together with whatever is marked after this call. */
  settle(delivery: Delivery, settlement: Settlement): void;
  /** Waits until all is stored. */
  drain(): Promise<void>;
}

/** How long one mark waits for others, and an outcome for a mark. */
const MARKS_WAIT_MS = 3;
const OUTCOMES_WAIT_MS = 25;

interface WriterOptions {
  connection: Connection;
  readers: Pick<Readers, 'stillWant' | 'suppress' | 'told'>;
  holder: string;
  /** Connections that ask for marks: as many can come together. */
  together: number;
  random: Random;
  /** Is told what could not be stored, and is tried again. */
  onError: (error: unknown) => Promise<void>;
}

/**
 * Stores marks and outcomes in order, those that come together in one transaction.
 *
 * A connection's next mark is stored with its last outcome or after it. So whenever a process is killed, each of its
 * connections leaves at most one delivery of which it isn't known whether it was sent.
 */
export function createOutcomeWriter({
  connection,
  readers,
  holder,
  together,
  random,
  onError,
}: WriterOptions): OutcomeWriter {
  let marks: Mark[] = [];
  let settlements: [Delivery, Settlement][] = [];
  let writing: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  let allHere: (() => void) | undefined;

  function wake(): void {
    clearTimeout(later);
    later = undefined;
    writing ??= write().finally(() => {
      writing = undefined;
      if (marks.length > 0) wake();
      else if (settlements.length > 0) wakeLater();
    });
    if (marks.length >= together) allHere?.();
  }

  /** An outcome alone is in no hurry: the next mark takes it along. */
  function wakeLater(): void {
    later ??= setTimeout(wake, OUTCOMES_WAIT_MS);
  }

  /** Waits a moment for what the other connections are about to ask for: a commit costs the same for all. */
  async function gather(): Promise<void> {
    if (marks.length === 0 || marks.length >= together) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, MARKS_WAIT_MS);
      allHere = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    allHere = undefined;
  }

  async function write(): Promise<void> {
    await gather();
    const [marked, settled] = [marks, settlements];
    [marks, settlements] = [[], []];
    try {
      const leaving = await withRetries(
        () => connection.transaction((trx) => store(trx, marked, settled)),
        random,
      );
      for (const { delivery, resolve, reject } of marked) {
        if (leaving.has(delivery.id)) resolve();
        else reject(new NotMarked(`delivery ${delivery.id} may not leave`));
      }
    } catch (error) {
      // What hasn't left doesn't leave; what is known to have happened is stored as soon as that can be.
      for (const { reject } of marked) reject(error);
      settlements = [...settled, ...settlements];
      await onError(error);
    }
  }

  async function store(trx: Transaction, marked: Mark[], settled: [Delivery, Settlement][]) {
    const sent = settled.filter(([, { kind }]) => kind === 'sent').map(([delivery]) => delivery);
    if (sent.length > 0) {
      await rows.settle(
        trx,
        holder,
        sent.map(({ id }) => id),
        { state: 'sent', failure: null },
      );
    }
    const back = new Map<number, number[]>();
    for (const [delivery, settlement] of settled) {
      if (settlement.kind === 'given back' && settlement.reason === null) {
        back.set(settlement.nextAt, [...(back.get(settlement.nextAt) ?? []), delivery.id]);
      } else await storeOne(trx, delivery, settlement);
    }
    for (const [nextAt, ids] of back) await rows.giveBack(trx, holder, ids, { failure: null, nextAt });
    const known = settled.filter(([, { kind }]) => kind === 'sent' || kind === 'uncertain');
    await tell(
      trx,
      known.map(([delivery]) => delivery),
    );
    return marked.length === 0
      ? new Set<number>()
      : storeMarks(
          trx,
          marked.map(({ delivery }) => delivery),
        );
  }

  async function storeOne(trx: Transaction, { id, reader }: Delivery, settlement: Settlement): Promise<void> {
    switch (settlement.kind) {
      case 'sent':
        return;
      case 'failed':
        await rows.settle(trx, holder, [id], { state: 'failed', failure: settlement.reason });
        if (settlement.isOfAddress) await readers.suppress(trx, reader, settlement.reason);
        return;
      case 'uncertain':
        return rows.settle(trx, holder, [id], { state: 'uncertain', failure: settlement.reason });
      case 'given back':
        return rows.giveBack(trx, holder, [id], { failure: settlement.reason, nextAt: settlement.nextAt });
    }
  }

  async function tell(trx: Transaction, deliveries: readonly Delivery[]): Promise<void> {
    const byUntil = new Map<number, string[]>();
    for (const { until, reader } of deliveries) {
      if (until === null) continue;
      byUntil.set(until.getTime(), [...(byUntil.get(until.getTime()) ?? []), reader]);
    }
    for (const [until, ids] of byUntil) await readers.told(trx, ids, new Date(until));
  }

  async function storeMarks(trx: Transaction, deliveries: readonly Delivery[]): Promise<Set<number>> {
    const wanting = await readers.stillWant(
      trx,
      deliveries.map(({ reader }) => reader),
    );
    const [wanted, unwanted]: [number[], number[]] = [[], []];
    for (const { id, reader } of deliveries) (wanting.has(reader) ? wanted : unwanted).push(id);
    if (unwanted.length > 0) await rows.skip(trx, holder, unwanted);
    return rows.markSending(trx, holder, wanted);
  }

  return {
    mark: (delivery) =>
      new Promise((resolve, reject) => {
        marks.push({ delivery, resolve, reject });
        wake();
      }),
    settle(delivery, settlement) {
      settlements.push([delivery, settlement]);
      if (writing === undefined) wakeLater();
    },
    async drain() {
      if (settlements.length > 0) wake();
      while (writing !== undefined) {
        await writing;
        if (settlements.length > 0) wake();
      }
    },
  };
}

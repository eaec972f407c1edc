import type { PollCounts } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { COUNTS_AFTER_MS } from '../domain/course.ts';
import type { Paper } from '../domain/paper.ts';
import { finalHash } from './final-hash.ts';
import { deleteParticipations } from './participations.ts';
import { changePollRow, deletePollRow, insertPollRow } from './poll-rows.ts';
import { deleteTallies } from './tallies.ts';

/** A count that is stated and not counted: a demonstration's. Instants in ms. */
interface StatedCount {
  documentId: string;
  paper: Paper;
  openedAt: number;
  closedAt: number;
  result: PollCounts;
}

/** Makes a poll one that is over, with this count and its hash, instead of whatever it was. */
export async function replaceByCount(
  transaction: Transaction,
  { documentId, paper, openedAt, closedAt, result }: StatedCount,
): Promise<void> {
  await deleteTallies(transaction, documentId);
  await deleteParticipations(transaction, documentId);
  await deletePollRow(transaction, documentId);
  await insertPollRow(transaction, { documentId, secret: null, paper, openedAt });
  const counted = closedAt + COUNTS_AFTER_MS;
  await changePollRow(transaction, documentId, {
    ...{ closed_at: closedAt, counts_at: counted, counted_at: counted },
    ...{ result, hash: finalHash(documentId, closedAt, result) },
  });
}

import type { Transaction } from '../../../platform/jobs/database.ts';

/**
 * Keeps polls as they are until the transaction ends: those who vote share the lock, those who open, close, count,
 * reset or publish anew have it alone. SQLite has one writer by itself.
 *
 * Whoever changes content too takes that lock first (`lockContent`), and several polls are locked in the order of
 * their ids: so nobody waits in a circle.
 */
export async function lockPolls(
  transaction: Transaction,
  documentIds: readonly string[],
  mode: 'shared' | 'alone',
): Promise<void> {
  if (transaction.client.config.client !== 'pg') return;
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  for (const documentId of [...documentIds].sort()) {
    await transaction.raw(`SELECT ${lock}(hashtextextended(?, 0))`, [`poll ${documentId}`]);
  }
}

import type { Poll } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { lockContent, recordChanges } from '../../site/adapters/changes.ts';
import { lockPolls } from './poll-lock.ts';
import type { PollSetting } from './poll-setting.ts';

/** Has a poll to oneself until the transaction ends, in the order that all keep to. */
export async function holdPoll(transaction: Transaction, documentId: string): Promise<void> {
  await lockContent(transaction);
  await lockPolls(transaction, [documentId], 'alone');
}

/** Has the site show a poll's new state, in each language it is public in. */
export async function showChange(
  { jobs, clock }: Pick<PollSetting, 'jobs' | 'clock'>,
  transaction: Transaction,
  polls: readonly Poll[],
): Promise<void> {
  const documents = polls.map(({ documentId, locale }) => ({ kind: 'poll' as const, documentId, locale }));
  await recordChanges(transaction, jobs, documents, clock());
}

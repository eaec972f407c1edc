import type { PersonRequestKind } from '@passerelle/contracts';
import type { Connection, Transaction } from '../../platform/jobs/database.ts';
import { RECOURSE_MS } from '../domain/clock.ts';
import { PERSON_REQUESTS } from './request-rows.ts';

/** What is asked to be seen or corrected isn't destroyed meanwhile. */
const KEPT_FOR: readonly PersonRequestKind[] = ['access', 'rectification', 'portability'];

/**
 * A query for the addresses, by their keyed hashes, whose data stay though their time is over: their person's request is
 * open, or was refused so lately that they may still turn to the Commission (RLRQ c. P-39.1, art. 36).
 */
export function askedAbout(connection: Connection | Transaction, now: number) {
  return connection(PERSON_REQUESTS)
    .select('email_index')
    .whereIn('kind', KEPT_FOR)
    .andWhere((any) => {
      any
        .where({ status: 'open' })
        .orWhere((one) => one.where({ status: 'refused' }).andWhere('closed_at', '>', now - RECOURSE_MS));
    });
}

import type { Transaction } from '../../platform/jobs/database.ts';

/** Whether a transaction is one of PostgreSQL, where others go on beside it; on SQLite it is alone. */
export const isPostgres = (trx: Transaction): boolean => trx.client.dialect === 'postgresql';

import type { Core } from '@strapi/strapi';

/** Strapi's Knex connection; Knex itself is Strapi's dependency, not ours. */
export type Connection = Core.Strapi['db']['connection'];

/** A Knex transaction, for example the `trx` of `strapi.db.transaction(async ({ trx }) => …)`. */
export type Transaction = Parameters<Parameters<Connection['transaction']>[0]>[0];

/** Calls back when the transaction has committed. */
export function afterCommit(transaction: Transaction, callback: () => void): void {
  // A rollback is the caller's to hear of: here it only means that there is nothing to call back for.
  transaction.executionPromise.then(callback, () => undefined);
}

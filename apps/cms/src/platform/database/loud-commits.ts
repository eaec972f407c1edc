import { z } from 'zod';
import type { Connection, Transaction } from '../jobs/database.ts';

type Begin = (...given: unknown[]) => Promise<Transaction>;

/** Where Knex keeps what its instance's methods do. */
const knexSchema = z.looseObject({
  context: z.looseObject({ transaction: z.custom<Begin>((value) => typeof value === 'function') }),
});

/**
 * Has a transaction whose COMMIT fails, on a full disk for one, fail for whoever commits it.
 *
 * Knex 3 hears of the failure and tells `executionPromise` alone: its `commit()` resolves, and so does Strapi's
 * `db.transaction`. What was answered then as done is not there.
 */
export function loudCommits(connection: Connection): void {
  knexSchema.parse({ context: Reflect.get(connection, 'context') });
  const context: { transaction: Begin } = Reflect.get(connection, 'context');
  const begin = context.transaction.bind(context);
  context.transaction = async (...given) => {
    const transaction = await begin(...given);
    // Given a container, Knex itself waits for the end, and rejects with it.
    if (typeof given[0] === 'function') return transaction;
    const commit = transaction.commit.bind(transaction);
    transaction.commit = Object.assign(async (value?: unknown) => {
      await commit(value);
      await transaction.executionPromise;
    });
    return transaction;
  };
}

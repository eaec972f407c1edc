import type { Answer, FormName, SubmissionOf } from '@passerelle/contracts';

/**
 * Decides the submissions of one form. Called within the transaction that stores their keys and answers, once for
 * each key, with submissions that came together.
 *
 * `Transaction` is the database's; this file knows none.
 *
 * @returns the answers in the order of the submissions.
 * @throws when one can't be decided: the batch is rolled back and each is tried by itself.
 */
export type FormHandler<F extends FormName, Transaction> = (
  submissions: readonly SubmissionOf<F>[],
  transaction: Transaction,
) => Promise<Answer[]>;

import type { Answer, FormName, Submission, SubmissionOf } from '@passerelle/contracts';
import type { FormHandler } from './form-handler.ts';

/** What a key is known by, and what it stands for: both can be compared, and neither tells what it was made of. */
export interface Fingerprint {
  keyHash: string;
  bodyMac: string;
}

/** A submission and its fingerprint. */
export interface Fingerprinted {
  submission: Submission;
  print: Fingerprint;
}

/** What was decided of a key, by the first submission that had it. */
export interface Decision extends Fingerprint {
  form: string;
  answer: Answer;
}

/** The handlers of the forms there are. */
export type FormHandlers<Transaction> = { readonly [F in FormName]?: FormHandler<F, Transaction> };

/** The first of each key, in the order of the key hashes: whoever locks keys locks them in the same order. */
export function firstOfEachKey(batch: readonly Fingerprinted[]): Fingerprinted[] {
  const firsts = new Map<string, Fingerprinted>();
  for (const item of batch) {
    if (!firsts.has(item.print.keyHash)) firsts.set(item.print.keyHash, item);
  }
  return [...firsts.values()].sort((a, b) => (a.print.keyHash < b.print.keyHash ? -1 : 1));
}

/**
 * Has each handler decide the submissions of its form, the forms in the order of their names.
 *
 * @param fresh submissions of keys that are new, each key once.
 * @throws {UndecidedError} when a handler throws, when it leaves one undecided, and when a form has none.
 */
export async function decide<Transaction>(
  fresh: readonly Fingerprinted[],
  handlers: FormHandlers<Transaction>,
  transaction: Transaction,
): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (const form of [...new Set(fresh.map(({ submission }) => submission.form))].sort()) {
    const ofForm = fresh.filter(({ submission }) => submission.form === form);
    const submissions = ofForm.map(({ submission }) => submission);
    const answers = await handle(form, submissions, handlers, transaction);
    for (const [index, { print }] of ofForm.entries()) {
      const answer = answers[index];
      // To answer "failed" is to have kept nothing, which only a rollback makes sure of.
      if (answer === undefined || answer.outcome === 'failed') throw new UndecidedError(form);
      decisions.push({ ...print, form, answer });
    }
  }
  return decisions;
}

async function handle<F extends FormName, Transaction>(
  form: F,
  submissions: readonly Submission[],
  handlers: FormHandlers<Transaction>,
  transaction: Transaction,
): Promise<Answer[]> {
  const handler = handlers[form];
  if (handler === undefined) throw new UndecidedError(form);
  const own = submissions.filter((one): one is SubmissionOf<F> => one.form === form);
  try {
    return await handler(own, transaction);
  } catch (cause) {
    throw new UndecidedError(form, { cause });
  }
}

/** A submission is left undecided: its form's handler threw (`cause`) or passed over it, or there is none. */
export class UndecidedError extends Error {
  override readonly name = 'UndecidedError';

  constructor(form: FormName, options?: ErrorOptions) {
    super(`A submission of the form "${form}" was left undecided`, options);
  }
}

/**
 * The answer to each submission, in their order: what was decided of its key, if it says the same as the first one did.
 *
 * @param isSame compares what two fingerprints of one key stand for.
 */
export function answersFrom(
  batch: readonly Fingerprinted[],
  decisions: readonly Decision[],
  isSame: (a: Fingerprint, b: Fingerprint) => boolean,
): Answer[] {
  const byKey = new Map(decisions.map((decision) => [decision.keyHash, decision]));
  return batch.map(({ submission, print }) => {
    const decision = byKey.get(print.keyHash);
    if (decision === undefined) throw new UndecidedError(submission.form);
    const same = decision.form === submission.form && isSame(decision, print);
    return same ? decision.answer : { outcome: 'refused', code: 'key-reused' };
  });
}

import {
  localeSchema,
  type Poll,
  type RefusalCode,
  submissionKeySchema,
  voteSchema,
} from '@passerelle/contracts';
import { z } from 'zod';
import type { Published } from '../../published/published.ts';
import type { Submissions, Voter } from '../../submissions/port.ts';
import { type ChoiceFault, choiceFault } from './choice-fault.ts';

const carried = z.string().max(8_000).nullable().catch(null);

/** The fields of a vote's form. Without a key it comes from a page that is a file, and has yet to be confirmed. */
export const voteInputSchema = z.object({
  ...voteSchema.shape,
  /** Set by the page, from its own address. */
  locale: localeSchema,
  key: submissionKeySchema.nullable().catch(null),
  token: carried,
  proof: carried,
  /** The field that people don't see. Whatever is in it was filled in, also what isn't text. */
  website: z.string().nullable().catch('filled'),
});
export type VoteInput = z.infer<typeof voteInputSchema>;

/** A form that may be confirmed: a key of its own and a token. */
export interface Confirmation {
  key: string;
  token: string;
}

/** A vote that was taken, for good or until the CMS is back. */
export type TakenVote = ({ outcome: 'accepted' } | { outcome: 'received' }) & { poll: Poll; voter: Voter };

/** What came of a vote. */
export type CastVote =
  | ({ outcome: 'confirm'; poll: Poll } & Confirmation)
  | TakenVote
  | { outcome: 'refused'; code: RefusalCode; fault: ChoiceFault | null };

export const refusedVote = (code: RefusalCode, fault: ChoiceFault | null = null): CastVote => ({
  outcome: 'refused',
  code,
  fault,
});

/** What casting a vote needs from outside. */
export interface VoteParts {
  published: Published;
  submissions: Submissions;
  /** The visitor's, for the guards alone. */
  address: string;
  /** Value of the voter's cookie for a poll. */
  cookie(documentId: string): string | undefined;
  now(): Date;
  /** A fresh UUID. */
  uuid(): string;
  requestId: string;
}

/**
 * Takes a vote: guards it and hands it over, or, when it has no key yet, makes what its confirmation carries.
 *
 * A vote with a key is handed over also when the poll is known to be closed: the CMS decides by the time of
 * receipt, and answers a key that it knows as it did before.
 */
export async function castVote(input: VoteInput, parts: VoteParts): Promise<CastVote> {
  const { published, submissions } = parts;
  const { key, locale, choices } = input;
  const poll = published.poll(locale, input.poll);
  if (!poll) return refusedVote('unknown-subject');
  const fault = choiceFault(poll, choices);
  if (key === null) return begin(poll, fault, parts);
  if (fault) return refusedVote('invalid', fault);

  const { documentId } = poll;
  const sent = { key, token: input.token, proof: input.proof, trap: input.website };
  const refusal = await submissions.admit({ form: 'vote', subject: documentId }, sent, parts.address);
  if (refusal) return refusedVote(refusal);
  const voter = submissions.voter(documentId, parts.cookie(documentId), key);
  const submitted = await submissions.submit({
    form: 'vote',
    key,
    locale,
    receivedAt: parts.now().toISOString(),
    requestId: parts.requestId,
    body: { poll: documentId, choices },
    voter: voter.id,
  });
  if (submitted.outcome === 'refused') return refusedVote(submitted.code);
  return { outcome: submitted.outcome, poll, voter };
}

/**
 * The first step without a script: what can be told from the published poll is told before anything is asked. Who has
 * voted isn't told apart here: a cookie may be older than a reset of the poll, after which all may vote again.
 */
async function begin(poll: Poll, fault: ChoiceFault | null, parts: VoteParts): Promise<CastVote> {
  const { state, closesAt } = poll;
  if (state === 'upcoming') return refusedVote('not-open');
  const past = closesAt !== null && Date.parse(closesAt) <= parts.now().getTime();
  if (state === 'closed' || past) return refusedVote('closed');
  if (fault) return refusedVote('invalid', fault);
  const confirmation = await confirmationOf(poll, parts);
  return confirmation ? { outcome: 'confirm', poll, ...confirmation } : refusedVote('too-many');
}

/** What a confirmation carries; null when a proof of work is asked for, which needs a script. */
export async function confirmationOf(
  { documentId }: Poll,
  { submissions, address, uuid }: Pick<VoteParts, 'submissions' | 'address' | 'uuid'>,
): Promise<Confirmation | null> {
  const issued = await submissions.issue({ form: 'vote', subject: documentId }, address);
  return issued.challenge ? null : { key: uuid(), token: issued.token };
}

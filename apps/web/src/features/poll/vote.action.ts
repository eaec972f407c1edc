import { defineAction } from 'astro:actions';
import { castVote, voteInputSchema } from './cast-vote.ts';
import { votePartsOf } from './vote-context.ts';

/** Takes a vote, from a form with or without a script. Called by the vote pages. */
export const vote = defineAction({
  accept: 'form',
  input: voteInputSchema,
  handler: (input, context) => castVote(input, votePartsOf(context)),
});

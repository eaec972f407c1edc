import type { Answer, RefusalCode, SubmissionOf } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { FormHandler } from '../../submission/domain/form-handler.ts';
import { placesOf } from '../domain/choices.ts';
import { castAt, isThrownAway, lateness } from '../domain/course.ts';
import { ballotOf, sumTallies, type Tally } from '../domain/tally.ts';
import { type BallotKeys, createKeyring, voterTag } from './ballot-keys.ts';
import { createPollsAtHand, type PollAtHand } from './open-polls.ts';
import { insertParticipations } from './participations.ts';
import type { PollSetting } from './poll-setting.ts';
import { addToTallies } from './tallies.ts';

type VoteSubmission = SubmissionOf<'vote'>;

/** A vote, and its place in the batch. */
type Placed = readonly [index: number, vote: VoteSubmission];

/** A vote that counts unless its voter has voted before. */
interface Ballot {
  index: number;
  tag: Buffer;
  castAt: number;
  tally: Tally;
}

const refused = (code: RefusalCode): Answer => ({ outcome: 'refused', code });

/**
 * Takes votes: participation and count in the given transaction, which is that of `strapi.db.transaction` around
 * the call. Some five statements for each poll, whatever the number of votes.
 */
export function createVoteHandler(setting: PollSetting): FormHandler<'vote', Transaction> {
  const { strapi, clock, random } = setting;
  const pollsAtHand = createPollsAtHand(setting, createKeyring(setting.envelopes));

  return async (votes, transaction) => {
    if (!strapi.db.inTransaction()) throw new Error('Votes are taken within a transaction of Strapi');
    const answers = votes.map((): Answer => refused('unknown-subject'));
    const groups = Map.groupBy(votes.entries(), ([, { body }]) => body.poll);
    const polls = await pollsAtHand(transaction, [...groups.keys()]);
    for (const poll of polls.values()) {
      const taken = await takeVotes(transaction, poll, groups.get(poll.documentId) ?? []);
      for (const [index, answer] of taken) answers[index] = answer;
    }
    return answers;
  };

  async function takeVotes(transaction: Transaction, poll: PollAtHand, votes: readonly Placed[]) {
    const answers = new Map<number, Answer>();
    const ballots: Ballot[] = [];
    for (const [index, vote] of votes) {
      const cast = castAt(Date.parse(vote.receivedAt), clock().getTime());
      const read = readBallot(poll, vote, cast);
      if (typeof read === 'string') answers.set(index, refused(read));
      else if (isThrownAway(poll.course, cast)) answers.set(index, { outcome: 'accepted' });
      else ballots.push({ index, castAt: cast, ...read });
    }
    noteLate(poll, votes);
    const counted = await countBallots(transaction, poll, ballots);
    for (const { index } of ballots) {
      answers.set(index, counted.has(index) ? { outcome: 'accepted' } : refused('already-done'));
    }
    return answers;
  }

  /** Which of the ballots count, by their places: those of voters who haven't voted, each the first of its voter. */
  async function countBallots(
    transaction: Transaction,
    { documentId, keys, course }: PollAtHand,
    ballots: readonly Ballot[],
  ): Promise<Set<number>> {
    if (ballots.length === 0 || keys === null || course === null) return new Set();
    const first = new Map(ballots.toReversed().map((ballot) => [ballot.tag.toString('hex'), ballot]));
    const participations = [...first.values()].map((ballot) => ({
      tag: ballot.tag,
      // An opening that was late, or a clock that is, must not put ballots before the opening.
      castAt: Math.max(ballot.castAt, course.openedAt),
    }));
    const inserted = await insertParticipations(transaction, documentId, participations);
    const counted = [...first].flatMap(([tag, ballot]) => (inserted.has(tag) ? [ballot] : []));
    if (counted.length > 0) {
      const sum = sumTallies(counted.map(({ tally }) => tally));
      await addToTallies(transaction, documentId, keys, sum, random);
    }
    return new Set(counted.map(({ index }) => index));
  }

  /** Says how many votes were cast in time and came after the count. */
  function noteLate({ documentId, course }: PollAtHand, votes: readonly Placed[]): void {
    const closedAt = course?.countedAt == null ? null : course.closedAt;
    if (closedAt === null) return;
    const late = votes.filter(([, { receivedAt }]) => Date.parse(receivedAt) < closedAt).length;
    if (late > 0) strapi.log.warn(`poll ${documentId}: ${late} votes came after the count and are left out`);
  }
}

function readBallot(
  { term, course, choice, keys }: PollAtHand,
  { body, voter }: VoteSubmission,
  cast: number,
): { tag: Buffer; tally: Tally } | RefusalCode {
  const late = lateness(term, course, cast);
  if (late !== null) return late;
  const places = placesOf(choice, body.choices);
  if (places === null) return 'invalid';
  return { tag: tagOf(keys, voter), tally: ballotOf(places) };
}

function tagOf(keys: BallotKeys | null, voter: string): Buffer {
  if (keys === null) throw new Error('A poll that takes votes has no secret');
  return voterTag(keys, voter);
}

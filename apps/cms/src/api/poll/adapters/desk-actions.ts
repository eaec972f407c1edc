import type { Transaction } from '../../../platform/jobs/database.ts';
import type { PollRefusal } from '../domain/answers.ts';
import { termOf } from '../domain/course.ts';
import { makeSecret } from './ballot-keys.ts';
import { deleteParticipations } from './participations.ts';
import { recordAct } from './poll-audit.ts';
import { showChange } from './poll-changes.ts';
import { advancePoll, closePoll } from './poll-life.ts';
import { changePollRow } from './poll-rows.ts';
import type { PollSetting } from './poll-setting.ts';
import { writeClosing } from './published-polls.ts';
import { askToScrub } from './scrub.ts';
import { emptyTallies } from './tallies.ts';
import { askToTick } from './tick.ts';

/** Closes an open poll now. Null when it is done, as for all that staff do. */
export async function closeNow(
  setting: PollSetting,
  transaction: Transaction,
  documentId: string,
  actor: string,
): Promise<PollRefusal | null> {
  const { row, polls } = await advancePoll(setting, transaction, documentId);
  if (row === null || row.course.closedAt !== null || polls.length === 0) return 'poll-not-open';
  const closedAt = setting.clock().getTime();
  await closePoll(setting, transaction, { row, polls, closedAt, actor });
  return null;
}

/** Gives a poll that is open, or hasn't opened yet, another closing; it lies ahead, and after the opening. */
export async function extendTo(
  setting: PollSetting,
  transaction: Transaction,
  documentId: string,
  closesAt: Date,
  actor: string,
): Promise<PollRefusal | null> {
  const { strapi, jobs, clock } = setting;
  const { row, polls } = await advancePoll(setting, transaction, documentId);
  const [poll] = polls;
  if (poll === undefined || (row !== null && row.course.closedAt !== null)) return 'poll-not-open';
  const earliest = Math.max(clock().getTime(), termOf(poll).opensAt ?? 0);
  if (closesAt.getTime() <= earliest) return 'poll-closes-in-past';
  await writeClosing(strapi, documentId, closesAt);
  if (row !== null) {
    await changePollRow(transaction, documentId, { paper: { ...row.paper, closesAt: closesAt.getTime() } });
  }
  const detail = closesAt.toISOString();
  await recordAct(transaction, documentId, { at: clock(), actor, action: 'extended', detail });
  await showChange(setting, transaction, polls);
  await askToTick(jobs, transaction, closesAt.getTime());
  return null;
}

/** Throws all ballots of a poll away, as long as it isn't counted out. `word` is the French address name. */
export async function resetBallots(
  setting: PollSetting,
  transaction: Transaction,
  documentId: string,
  { actor, word, reason }: { actor: string; word: string; reason: string },
): Promise<PollRefusal | null> {
  const { envelopes, jobs, clock } = setting;
  const { row, polls } = await advancePoll(setting, transaction, documentId);
  const [poll] = polls;
  if (row === null || poll === undefined) return 'poll-not-open';
  if (row.course.countedAt !== null) return 'poll-counted';
  if (word !== poll.slug) return 'poll-word';
  const { envelope, keys } = await makeSecret(envelopes, documentId);
  await deleteParticipations(transaction, documentId);
  await emptyTallies(transaction, documentId, keys);
  const at = clock();
  await changePollRow(transaction, documentId, { secret: envelope, reset_at: at.getTime() });
  await recordAct(transaction, documentId, { at, actor, action: 'reset', detail: reason });
  await askToScrub(jobs, transaction);
  await showChange(setting, transaction, polls);
  return null;
}

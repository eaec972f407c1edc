import type { Poll } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { COUNTS_AFTER_MS, dueStep, nextDue, termOf } from '../domain/course.ts';
import { paperOf } from '../domain/paper.ts';
import { countsOf } from '../domain/tally.ts';
import { createKeyring, makeSecret } from './ballot-keys.ts';
import { finalHash } from './final-hash.ts';
import { foldIntoHours } from './participations.ts';
import { recordAct } from './poll-audit.ts';
import { holdPoll, showChange } from './poll-changes.ts';
import { changePollRow, insertPollRow, type PollRow, readPollRow } from './poll-rows.ts';
import type { PollSetting } from './poll-setting.ts';
import { readPublishedPoll } from './published-polls.ts';
import { askToScrub } from './scrub.ts';
import { deleteTallies, emptyTallies, readTally } from './tallies.ts';

/** A poll that is held, as it stands. */
export interface HeldPoll {
  row: PollRow | null;
  polls: readonly Poll[];
  /** When the next thing will happen to it by itself, in ms. */
  nextDue: number | null;
}

/**
 * Does all that is due with a poll, and keeps it held until the transaction ends. The transaction is that of
 * `strapi.db.transaction`.
 */
export async function advancePoll(
  setting: PollSetting,
  transaction: Transaction,
  documentId: string,
): Promise<HeldPoll> {
  await holdPoll(transaction, documentId);
  const polls = await readPublishedPoll(setting.strapi, documentId);
  for (;;) {
    const row = await readPollRow(transaction, documentId);
    const done = await takeStep(setting, transaction, polls, row);
    if (done) continue;
    const [poll] = polls;
    return { row, polls, nextDue: poll === undefined ? null : nextDue(termOf(poll), row?.course ?? null) };
  }
}

/** Does the one thing that is due. False when nothing is. */
async function takeStep(
  setting: PollSetting,
  transaction: Transaction,
  polls: readonly Poll[],
  row: PollRow | null,
): Promise<boolean> {
  const [poll] = polls;
  const now = setting.clock().getTime();
  if (row === null) {
    if (poll === undefined || dueStep(termOf(poll), null, now) !== 'open') return false;
    await openPoll(setting, transaction, poll.documentId, polls);
    return true;
  }
  // A poll that was withdrawn before anyone voted doesn't close by itself, but one that is closed is counted out.
  const term = poll === undefined ? { opensAt: null, closesAt: null } : termOf(poll);
  const step = dueStep(term, row.course, now);
  if (step === 'close' && term.closesAt !== null) {
    await closePoll(setting, transaction, { row, polls, closedAt: term.closesAt, actor: null });
    return true;
  }
  if (step === 'count' && now >= setting.countNotBefore.getTime()) {
    await countOut(setting, transaction, row, polls);
    return true;
  }
  return false;
}

async function openPoll(
  setting: PollSetting,
  transaction: Transaction,
  documentId: string,
  polls: readonly Poll[],
): Promise<void> {
  const now = setting.clock();
  const { envelope, keys } = await makeSecret(setting.envelopes, documentId);
  const paper = paperOf(polls);
  await insertPollRow(transaction, { documentId, secret: envelope, paper, openedAt: now.getTime() });
  await emptyTallies(transaction, documentId, keys);
  await recordAct(transaction, documentId, { at: now, actor: null, action: 'opened', detail: null });
  await showChange(setting, transaction, polls);
}

/** Closes a poll that is held and open. `closedAt` in ms; `actor` is null when its time has come. */
export async function closePoll(
  setting: PollSetting,
  transaction: Transaction,
  closing: { row: PollRow; polls: readonly Poll[]; closedAt: number; actor: string | null },
): Promise<void> {
  const { row, polls, closedAt, actor } = closing;
  const now = setting.clock();
  // From when it is carried out: a CMS that was away at the closing still gets what waited for it.
  const counts_at = now.getTime() + COUNTS_AFTER_MS;
  await changePollRow(transaction, row.documentId, { closed_at: closedAt, counts_at });
  await recordAct(transaction, row.documentId, { at: now, actor, action: 'closed', detail: null });
  await showChange(setting, transaction, polls);
}

/** Counts a closed poll out: its result stays, all that could tell who chose what goes. */
async function countOut(
  setting: PollSetting,
  transaction: Transaction,
  { documentId, secret, course, paper }: PollRow,
  polls: readonly Poll[],
): Promise<void> {
  if (secret === null || course.closedAt === null)
    throw new Error(`The poll ${documentId} isn't to be counted`);
  const now = setting.clock();
  const keys = await createKeyring(setting.envelopes)(documentId, secret);
  const result = countsOf(await readTally(transaction, documentId, keys), paper.keys);
  const participations = await foldIntoHours(transaction, documentId);
  if (participations !== result.ballots) {
    throw new Error(`The poll ${documentId} has ${participations} voters and ${result.ballots} ballots`);
  }
  await deleteTallies(transaction, documentId);
  const hash = finalHash(documentId, course.closedAt, result);
  await changePollRow(transaction, documentId, { secret: null, counted_at: now.getTime(), result, hash });
  await recordAct(transaction, documentId, { at: now, actor: null, action: 'counted', detail: hash });
  await askToScrub(setting.jobs, transaction);
  await showChange(setting, transaction, polls);
}

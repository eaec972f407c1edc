import { DEFAULT_LOCALE } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../platform/jobs/database.ts';
import { ruleError } from '../../../platform/rule-error.ts';
import { type PaperRefusal, type Relabelling, revisePaper } from '../domain/paper.ts';
import { actingPerson } from './acting-person.ts';
import { deleteParticipations, hasParticipations } from './participations.ts';
import { recordAct } from './poll-audit.ts';
import { holdPoll } from './poll-changes.ts';
import { advancePoll } from './poll-life.ts';
import { changePollRow, deletePollRow, type PollRow, readPollRow } from './poll-rows.ts';
import { type PollSetting, pollsOf } from './poll-setting.ts';
import { pollExists, readPublishedPoll } from './published-polls.ts';
import { deleteTallies } from './tallies.ts';
import { askToTick } from './tick.ts';

/** The field of the edit view at which each refusal is shown. */
const FIELDS: Record<PaperRefusal, string | undefined> = {
  'poll-fixed': 'options',
  'poll-meaning': undefined,
  'poll-dates': 'opensAt',
  'poll-closes-in-past': 'closesAt',
};

/**
 * What holds of a poll once it has been written: those who have voted voted on what it says. Opens a poll that is
 * published when its time has come. Called in the transaction of the write, after it.
 *
 * @throws poll-has-ballots, and see `PaperRefusal`.
 */
export async function keepBallots(
  strapi: Core.Strapi,
  transaction: Transaction,
  documentId: string,
  action: 'puts-out' | 'takes-away',
): Promise<void> {
  const setting = pollsOf(strapi);
  await holdPoll(transaction, documentId);
  const row = await readPollRow(transaction, documentId);
  if (action === 'takes-away') return row === null ? undefined : keepPublic(strapi, transaction, row);
  if (row !== null) await keepMeaning(setting, transaction, row);
  const { nextDue } = await advancePoll(setting, transaction, documentId);
  await askToTick(setting.jobs, transaction, nextDue);
}

/** Refuses to take away a poll people have voted in, in whichever language, until it is counted out. */
async function keepPublic(strapi: Core.Strapi, transaction: Transaction, row: PollRow): Promise<void> {
  const { documentId } = row;
  const uncounted = row.course.countedAt === null;
  if (uncounted && (await hasParticipations(transaction, documentId))) throw ruleError('poll-has-ballots');
  if (await pollExists(strapi, documentId)) return;
  await deleteTallies(transaction, documentId);
  await deleteParticipations(transaction, documentId);
  await deletePollRow(transaction, documentId);
}

async function keepMeaning(
  { strapi, clock }: PollSetting,
  transaction: Transaction,
  { documentId, course, paper }: PollRow,
): Promise<void> {
  const polls = await readPublishedPoll(strapi, documentId);
  const now = clock();
  const settled = course.countedAt !== null || (await hasParticipations(transaction, documentId));
  const closed = course.closedAt !== null;
  const revised = revisePaper(paper, polls, { settled, closed, now: now.getTime() });
  if (typeof revised === 'string') throw ruleError(revised, FIELDS[revised]);
  await changePollRow(transaction, documentId, { paper: revised.paper });
  const actor = actingPerson(strapi);
  for (const relabelling of revised.relabellings) {
    const detail = sentenceOf(relabelling);
    await recordAct(transaction, documentId, { at: now, actor, action: 'relabelled', detail });
  }
}

/** `« ancien » → « nouveau »`, after the option's key, and the language where it isn't French. */
function sentenceOf({ locale, place, from, to }: Relabelling): string {
  const where = [...(place === null ? [] : [place]), ...(locale === DEFAULT_LOCALE ? [] : [locale])];
  const texts = `«\u00a0${from}\u00a0» → «\u00a0${to}\u00a0»`;
  return where.length === 0 ? texts : `${where.join(', ')}\u00a0: ${texts}`;
}

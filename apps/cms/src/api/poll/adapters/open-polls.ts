import type { Poll } from '@passerelle/contracts';
import { z } from 'zod';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { Choice } from '../domain/choices.ts';
import { type Course, dueStep, type Term, termOf } from '../domain/course.ts';
import type { BallotKeys, ReadKeys } from './ballot-keys.ts';
import { advancePoll } from './poll-life.ts';
import { lockPolls } from './poll-lock.ts';
import { courseColumns } from './poll-rows.ts';
import type { PollSetting } from './poll-setting.ts';
import { readPublishedPoll } from './published-polls.ts';

/** A public poll as those who vote find it. `course` is null before it opens, `keys` then and after its count. */
export interface PollAtHand {
  documentId: string;
  term: Term;
  choice: Choice;
  course: Course | null;
  keys: BallotKeys | null;
}

const standingsSchema = z.array(
  z
    .object({
      document_id: z.string(),
      revision: z.coerce.number(),
      secret: z.string().nullable(),
      ...courseColumns,
      opened_at: courseColumns.opened_at.nullable(),
    })
    .transform(({ document_id, opened_at, closed_at, counts_at, counted_at, reset_at, ...row }) => ({
      ...row,
      documentId: document_id,
      course:
        opened_at === null
          ? null
          : {
              openedAt: opened_at,
              closedAt: closed_at,
              countsAt: counts_at,
              countedAt: counted_at,
              resetAt: reset_at,
            },
    })),
);
type Standing = z.output<typeof standingsSchema>[number];

/** Course, secret and newest revision of polls that have ever been public, by id: one statement. */
async function readStandings(transaction: Transaction, documentIds: readonly string[]): Promise<Standing[]> {
  const rows = await transaction('passerelle_changes as change')
    .leftJoin('passerelle_polls as poll', 'poll.document_id', 'change.document_id')
    .where('change.kind', 'poll')
    .whereIn('change.document_id', [...documentIds])
    .groupBy('change.document_id', 'poll.document_id')
    .orderBy('change.document_id')
    .select('change.document_id', ...['secret', ...Object.keys(courseColumns)].map((name) => `poll.${name}`))
    .max('change.revision as revision');
  return standingsSchema.parse(rows);
}

/** A poll's content as of one of its revisions. */
interface Known {
  revision: number;
  poll: Poll | undefined;
}

/**
 * Finds the polls votes are for, and keeps them from changing until the transaction ends. One whose time has come
 * is opened, so that nobody has to wait for the minute. Content is read again only when its revision has changed.
 *
 * @returns the public ones, by id in ascending order.
 */
export function createPollsAtHand(setting: PollSetting, readKeys: ReadKeys) {
  const known = new Map<string, Known>();
  /** Polls that have certainly opened: there is nothing to see to before they are locked. */
  const opened = new Set<string>();

  async function contentOf({ documentId, revision }: Standing): Promise<Known> {
    const before = known.get(documentId);
    if (before?.revision === revision) return before;
    const [poll] = await readPublishedPoll(setting.strapi, documentId);
    return { revision, poll };
  }

  /** True when it has written, so that the revisions seen from now on may be rolled back. */
  async function openDue(transaction: Transaction, documentIds: readonly string[]): Promise<boolean> {
    let wrote = false;
    for (const found of await readStandings(transaction, documentIds)) {
      if (found.course !== null) {
        opened.add(found.documentId);
        continue;
      }
      const content = await contentOf(found);
      if (!wrote) known.set(found.documentId, content);
      const { poll } = content;
      if (poll === undefined || dueStep(termOf(poll), null, setting.clock().getTime()) !== 'open') continue;
      await advancePoll(setting, transaction, found.documentId);
      wrote = true;
    }
    return wrote;
  }

  return async (
    transaction: Transaction,
    documentIds: readonly string[],
  ): Promise<Map<string, PollAtHand>> => {
    const unsure = documentIds.filter((documentId) => !opened.has(documentId));
    const wrote = unsure.length > 0 && (await openDue(transaction, [...unsure].sort()));
    await lockPolls(transaction, documentIds, 'shared');
    const polls = new Map<string, PollAtHand>();
    for (const found of await readStandings(transaction, documentIds)) {
      const { documentId, course, secret } = found;
      const content = await contentOf(found);
      if (!wrote) known.set(documentId, content);
      const { poll } = content;
      if (poll === undefined) continue;
      const { options, min, max } = poll;
      const keys = secret === null ? null : await readKeys(documentId, secret);
      const choice = { keys: options.map(({ key }) => key), min, max };
      polls.set(documentId, { documentId, term: termOf(poll), choice, course, keys });
    }
    return polls;
  };
}

import { DEFAULT_LOCALE, type Poll } from '@passerelle/contracts';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { PollDesk } from '../domain/answers.ts';
import { standing, termOf } from '../domain/course.ts';
import { readHours } from './participations.ts';
import { readActs } from './poll-audit.ts';
import { readCounts } from './poll-counts.ts';
import { lockPolls } from './poll-lock.ts';
import { readPollRow } from './poll-rows.ts';
import type { PollSetting } from './poll-setting.ts';
import { pollExists, readPollDraft, readPublishedPoll } from './published-polls.ts';

const iso = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString();

/** A poll as staff see it; null when there is none. */
export async function lookAt(
  setting: PollSetting,
  transaction: Transaction,
  documentId: string,
): Promise<PollDesk | null> {
  const { strapi, clock } = setting;
  if (!(await pollExists(strapi, documentId))) return null;
  // Row, boxes and hours of one moment: shared with those who vote, so nobody waits for staff.
  await lockPolls(transaction, [documentId], 'shared');
  const row = await readPollRow(transaction, documentId);
  const [poll] = await readPublishedPoll(strapi, documentId);
  const draft = poll === undefined ? await readPollDraft(strapi, documentId) : null;
  const term = termOf(poll ?? { opensAt: draft?.opensAt ?? null, closesAt: draft?.closesAt ?? null });
  const course = row?.course ?? null;
  const { state, closedAt } =
    poll === undefined && course === null
      ? { state: 'upcoming' as const, closedAt: null }
      : standing(term, course, clock().getTime());
  const hours = await readHours(transaction, documentId);
  return {
    documentId,
    published: poll?.locale === DEFAULT_LOCALE,
    state,
    opensAt: iso(term.opensAt),
    closesAt: iso(term.closesAt),
    closedAt: iso(closedAt),
    countsAt: state === 'closed' ? iso(course?.countsAt) : null,
    counts: state === 'upcoming' ? null : await readCounts(setting, transaction, row, keysOf(poll)),
    labels: labelsOf(poll) ?? draft?.labels ?? {},
    hash: row?.hash ?? null,
    hours: hours.map(({ hour, ballots }) => ({ hour: new Date(hour).toISOString(), ballots })),
    history: await readActs(transaction, documentId),
  };
}

const keysOf = (poll: Poll | undefined): string[] => poll?.options.map(({ key }) => key) ?? [];

const labelsOf = (poll: Poll | undefined): Record<string, string> | undefined =>
  poll && Object.fromEntries(poll.options.map(({ key, label }) => [key, label]));

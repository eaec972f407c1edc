import { LOCALES } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { hasParticipations } from '../../api/poll/adapters/participations.ts';
import { readPollRow } from '../../api/poll/adapters/poll-rows.ts';
import { replaceByCount } from '../../api/poll/adapters/stated-counts.ts';
import { paperOf } from '../../api/poll/domain/paper.ts';
import type { SeedOf } from '../seed-schemas.ts';

/** Whether people have voted in a poll: ballots are there, or a count that isn't its file's. */
export async function hasVoters(
  strapi: Core.Strapi,
  documentId: string,
  { final }: SeedOf<'poll'>,
): Promise<boolean> {
  const { connection } = strapi.db;
  if (await hasParticipations(connection, documentId)) return true;
  const row = await readPollRow(connection, documentId);
  return final === undefined && row !== null && row.course.countedAt !== null;
}

/** Gives a poll the final count that its file states, if it states one, in the caller's transaction. */
export async function stateCount(
  strapi: Core.Strapi,
  documentId: string,
  content: SeedOf<'poll'>,
): Promise<void> {
  const { final, selection, opensAt, closesAt } = content;
  if (final === undefined) return;
  const renditions = LOCALES.flatMap((locale) => {
    const text = content[locale];
    const several = { min: content.min ?? 1, max: content.max ?? text?.options.length ?? 1 };
    const { min, max } = selection === 'single' ? { min: 1, max: 1 } : several;
    return text === undefined ? [] : [{ ...text, locale, selection, opensAt, closesAt, min, max }];
  });
  const { closedAt, ballots, options } = final;
  await strapi.db.transaction(({ trx }) =>
    replaceByCount(trx, {
      documentId,
      paper: paperOf(renditions),
      openedAt: Date.parse(opensAt ?? closedAt),
      closedAt: Date.parse(closedAt),
      result: { ballots, options },
    }),
  );
}

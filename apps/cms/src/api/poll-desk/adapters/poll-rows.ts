import { DEFAULT_LOCALE } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type PollName, pollNameSchema } from '../domain/answers.ts';

const UID = 'api::poll.poll';

/** What staff may do with a poll, by the permission of the content manager it goes with. */
export type DeskAction = 'read' | 'publish' | 'delete';

const rolesSchema = z.object({ userAbility: z.unknown() });
const draftsSchema = z.array(z.looseObject({ locale: z.string() }));

/**
 * Whether the person who asks may do something with a poll. Roles may be limited to locales, or to what one has
 * written oneself, so the drafts are looked at, with their creators: who may read one language sees the poll,
 * and what changes it in all of them needs all of them.
 *
 * @param state Strapi's state of the request.
 */
export async function allows(
  strapi: Core.Strapi,
  state: unknown,
  documentId: string,
  action: DeskAction,
): Promise<boolean> {
  const { userAbility } = rolesSchema.parse(state);
  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: UID });
  if (checker.cannot[action]()) return false;
  const drafts = draftsSchema.parse(
    await strapi.db.query(UID).findMany({
      where: { documentId, publishedAt: null },
      populate: { createdBy: { populate: { roles: true } } },
    }),
  );
  if (drafts.length === 0) return true;
  const allowed = (draft: unknown) => !checker.cannot[action](draft);
  return action === 'read' ? drafts.some(allowed) : drafts.every(allowed);
}

const { question, selection } = pollNameSchema.shape;
/** A draft may lack what a publication must have. */
const rowsSchema = z.array(
  pollNameSchema.extend({
    question: question.nullable().transform((text) => text ?? ''),
    selection: selection.nullable().transform((kind) => kind ?? 'single'),
    publishedAt: z.unknown(),
  }),
);

/** What a poll is called in French: what is public comes before a draft. Null when there is no such poll. */
export async function readPollName(strapi: Core.Strapi, documentId: string): Promise<PollName | null> {
  const rows = rowsSchema.parse(
    await strapi.db.query(UID).findMany({
      select: ['question', 'slug', 'selection', 'publishedAt'],
      where: { documentId, locale: DEFAULT_LOCALE },
    }),
  );
  const row = rows.find(({ publishedAt }) => publishedAt !== null) ?? rows[0];
  return row ? pollNameSchema.parse(row) : null;
}

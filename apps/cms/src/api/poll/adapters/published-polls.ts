import { DEFAULT_LOCALE, type Poll } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readPublishedDocuments } from '../../site/adapters/published-rows.ts';
import { readPublicEntry } from '../../site/domain/public-entry.ts';

/** A poll in the languages it is public in, French first; none when it isn't public. */
export async function readPublishedPoll(strapi: Core.Strapi, documentId: string): Promise<Poll[]> {
  const rows = await readPublishedDocuments(strapi, 'poll', [documentId]);
  const polls = rows.map((row) => {
    const reading = readPublicEntry('poll', row);
    if (!reading.ok || reading.entry.kind !== 'poll') {
      throw new Error(`The published poll ${documentId} (${row.locale ?? 'no locale'}) is unreadable`);
    }
    return reading.entry;
  });
  return polls.sort((one, other) => Number(isFrench(other)) - Number(isFrench(one)));
}

const isFrench = ({ locale }: Poll): boolean => locale === DEFAULT_LOCALE;

const idsSchema = z.array(z.object({ documentId: z.string() }));

/** The polls whose opening has come, whether they have opened or not. */
export async function readOpenable(strapi: Core.Strapi, until: Date): Promise<string[]> {
  const rows = await strapi.db.query('api::poll.poll').findMany({
    where: {
      locale: DEFAULT_LOCALE,
      publishedAt: { $notNull: true },
      $or: [{ opensAt: { $null: true } }, { opensAt: { $lte: until } }],
    },
    select: ['documentId'],
    orderBy: { documentId: 'asc' },
  });
  return idsSchema.parse(rows).map(({ documentId }) => documentId);
}

const draftSchema = z
  .looseObject({
    slug: z.string().nullish(),
    opensAt: z.union([z.string(), z.date()]).nullish(),
    closesAt: z.union([z.string(), z.date()]).nullish(),
    options: z.array(z.object({ key: z.string().nullish(), label: z.string().nullish() })).nullish(),
  })
  .nullish();

/** What staff see of a poll that isn't public: its French draft as it stands, or null without one. */
export async function readPollDraft(strapi: Core.Strapi, documentId: string) {
  const draft = draftSchema.parse(
    await strapi.db.query('api::poll.poll').findOne({
      where: { documentId, locale: DEFAULT_LOCALE, publishedAt: null },
      populate: { options: true },
    }),
  );
  if (!draft) return null;
  const instant = (value: string | Date | null | undefined) => (value ? new Date(value).toISOString() : null);
  return {
    opensAt: instant(draft.opensAt),
    closesAt: instant(draft.closesAt),
    labels: Object.fromEntries(
      (draft.options ?? []).flatMap(({ key, label }) => (key ? [[key, label ?? '']] : [])),
    ),
  };
}

/** Moves a poll's closing wherever it is written, drafts too, so that the next publication keeps it. */
export async function writeClosing(strapi: Core.Strapi, documentId: string, closesAt: Date): Promise<void> {
  await strapi.db.query('api::poll.poll').updateMany({ where: { documentId }, data: { closesAt } });
}

/** Whether a poll exists at all, as a draft or in public. */
export async function pollExists(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  return (await strapi.db.query('api::poll.poll').count({ where: { documentId } })) > 0;
}

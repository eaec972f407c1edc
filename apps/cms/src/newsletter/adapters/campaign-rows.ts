import { blockSchema, documentIdSchema, LOCALES, localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { storedBodySchema } from '../../api/site/domain/stored-body.ts';
import { optionalDay, optionalText, references, text } from '../../api/site/domain/stored-values.ts';
import {
  type Campaign,
  type CampaignText,
  isMailBlock,
  type MailBlock,
  segmentOf,
} from '../domain/campaign.ts';

const CAMPAIGN = 'api::campaign.campaign';

const DOCUMENT = { select: ['documentId'] };
const FILE = { select: ['url', 'mime', 'width', 'height', 'updatedAt', 'focalPoint'] };
const POPULATE = {
  articles: DOCUMENT,
  topics: DOCUMENT,
  programmes: DOCUMENT,
  createdBy: { select: ['id'] },
  updatedBy: { select: ['id'] },
  body: {
    on: {
      'blocks.rich-text': true,
      'blocks.figure': { populate: { image: FILE } },
      'blocks.callout': true,
      'blocks.table': true,
      'blocks.quote': true,
      'blocks.call-to-action': true,
    },
  },
};

const userSchema = z.object({ id: z.number() }).nullish();
const rowSchema = z.object({
  documentId: documentIdSchema,
  locale: localeSchema,
  subject: text,
  preheader: optionalText,
  intro: optionalText,
  body: z.array(z.unknown()).nullish(),
  articles: references,
  audience: z
    .enum(['both', ...LOCALES])
    .nullish()
    .transform((audience) => audience ?? 'both'),
  frequency: z
    .enum(['instant', 'daily', 'weekly', 'monthly'])
    .nullish()
    .transform((frequency) => frequency ?? null),
  topics: references,
  programmes: references,
  joinedFrom: optionalDay,
  joinedTo: optionalDay,
  createdBy: userSchema,
  updatedBy: userSchema,
});
type Row = z.output<typeof rowSchema>;

/** A campaign as it is written now; null when there is none. */
export async function readCampaign(strapi: Core.Strapi, documentId: string): Promise<Campaign | null> {
  const found = await strapi.db.query(CAMPAIGN).findMany({ where: { documentId }, populate: POPULATE });
  const rows = z
    .array(rowSchema)
    .parse(found)
    .toSorted((a, b) => LOCALES.indexOf(a.locale) - LOCALES.indexOf(b.locale));
  const first = rows[0];
  if (first === undefined) return null;
  const people = rows.flatMap(({ createdBy, updatedBy }) =>
    [createdBy?.id ?? [], updatedBy?.id ?? []].flat(),
  );
  return {
    documentId,
    texts: rows.map(textOf),
    // What isn't of one language is kept the same in all of them.
    articles: first.articles,
    segment: segmentOf(first),
    authors: [...new Set(people)],
  };
}

const figureSchema = z.object({
  __component: z.literal('blocks.figure'),
  alt: optionalText,
  decorative: z.boolean().nullish(),
});

function textOf({ locale, subject, preheader, intro, body }: Row): CampaignText {
  const blocks: MailBlock[] = [];
  const unreadable: number[] = [];
  const withoutAlternative: number[] = [];
  for (const [index, stored] of (body ?? []).entries()) {
    const block = readBlock(stored);
    if (block === null) unreadable.push(index + 1);
    else blocks.push(block);
    const figure = figureSchema.safeParse(stored);
    if (figure.success && figure.data.alt === null && figure.data.decorative !== true)
      withoutAlternative.push(index + 1);
  }
  return { locale, subject: subject.trim(), preheader, intro, blocks, unreadable, withoutAlternative };
}

/** A block in the words of the contract; null for one that has something missing or wrong. */
function readBlock(stored: unknown): MailBlock | null {
  const told = storedBodySchema.safeParse([stored]);
  const block = blockSchema.safeParse(told.data?.[0]);
  return block.success && isMailBlock(block.data) ? block.data : null;
}

import { parseDate } from '@internationalized/date';
import {
  type Block,
  type BlockOf,
  documentIdSchema,
  frequencySchema,
  LOCALES,
  type Locale,
  localeSchema,
} from '@passerelle/contracts';
import { z } from 'zod';

/** The blocks that make sense in a mail. */
export type MailBlock = BlockOf<'text' | 'figure' | 'callout' | 'table' | 'quote' | 'call-to-action'>;

const MAIL_BLOCKS: ReadonlySet<string> = new Set<MailBlock['type']>([
  'text',
  'figure',
  'callout',
  'table',
  'quote',
  'call-to-action',
]);
export const isMailBlock = (block: Block): block is MailBlock => MAIL_BLOCKS.has(block.type);

/** Whether a block calls for a process in Québec. */
export const callsForQuebec = (block: MailBlock): block is BlockOf<'call-to-action'> =>
  block.type === 'call-to-action' && block.quebec;

/** What editors have written of a campaign in one language. */
export interface CampaignText {
  locale: Locale;
  subject: string;
  preheader: string | null;
  intro: string | null;
  blocks: readonly MailBlock[];
  /** Places of blocks that can't be shown as they are, counted from 1. */
  unreadable: readonly number[];
  /** Places of figures without words for those who can't see them, counted from 1. */
  withoutAlternative: readonly number[];
}

const segmentSchema = z.strictObject({
  locale: localeSchema.optional(),
  topics: z.array(documentIdSchema).optional(),
  programmes: z.array(documentIdSchema).optional(),
  frequency: frequencySchema.optional(),
  joinedFrom: z.coerce.date().optional(),
  joinedBefore: z.coerce.date().optional(),
});
/** Whom a campaign is for. */
export type CampaignSegment = z.output<typeof segmentSchema>;

/** A campaign as it is written. */
export interface Campaign {
  documentId: string;
  /** In French first. */
  texts: readonly CampaignText[];
  /** Document ids of the chosen articles, in their order. */
  articles: readonly string[];
  segment: CampaignSegment;
  /** Who has written it: ids of the admin's users. */
  authors: readonly number[];
}

/** What the issue of a campaign is about. Its words are frozen beside it, as renditions. */
export const campaignContentSchema = z.strictObject({
  campaign: documentIdSchema,
  /** For lists: in French, or in its only language. */
  subject: z.string(),
  segment: segmentSchema,
  /** Who writes, as the frozen renditions say it. */
  sender: z.partialRecord(localeSchema, z.array(z.string())),
  /** Who has written or submitted it: with approval on, somebody else approves. */
  authors: z.array(z.int()),
  /** Whether it calls for a process in Québec, which the practice may only offer while a recognition holds (Q2). */
  quebec: z.boolean().default(false),
});
export type CampaignContent = z.output<typeof campaignContentSchema>;

/** The fields of a campaign that say whom it is for. */
interface SegmentFields {
  audience: 'both' | Locale;
  frequency: CampaignSegment['frequency'] | null;
  topics: readonly string[];
  programmes: readonly string[];
  /** `YYYY-MM-DD`, both days included. */
  joinedFrom: string | null;
  joinedTo: string | null;
}

/** Days are the newsroom's. */
const TIME_ZONE = 'America/Toronto';

export function segmentOf(fields: SegmentFields): CampaignSegment {
  const { audience, frequency, topics, programmes, joinedFrom, joinedTo } = fields;
  return {
    ...(audience !== 'both' && { locale: audience }),
    ...(frequency !== null && { frequency }),
    ...(topics.length > 0 && { topics: [...topics] }),
    ...(programmes.length > 0 && { programmes: [...programmes] }),
    ...(joinedFrom !== null && { joinedFrom: parseDate(joinedFrom).toDate(TIME_ZONE) }),
    ...(joinedTo !== null && { joinedBefore: parseDate(joinedTo).add({ days: 1 }).toDate(TIME_ZONE) }),
  };
}

/** The languages in which a segment is written to. */
export const localesOf = ({ locale }: Pick<CampaignSegment, 'locale'>): readonly Locale[] =>
  locale === undefined ? LOCALES : [locale];

/** The id of a campaign's nth issue: 36 characters at most, up to the 99th. */
export const issueIdOf = (campaign: string, number: number): string => `campaign ${campaign} ${number}`;

/** What the ids of all issues of a campaign begin with. */
export const issuePrefixOf = (campaign: string): string => `campaign ${campaign} `;

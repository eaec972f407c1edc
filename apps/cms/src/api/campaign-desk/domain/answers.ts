import { localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { CAMPAIGN_CHECKS } from '../../../newsletter/domain/campaign-checks.ts';
import { issueLookSchema } from '../../newsletter-desk/domain/answers.ts';

const count = z.int().nonnegative();

/** `GET /passerelle/newsletter/campaigns/:documentId` */
export const campaignLookSchema = z.object({
  /** The languages it is written in, French first. */
  locales: z.array(localeSchema),
  /** The newest of its issues; null before it was submitted. */
  issue: issueLookSchema.nullable(),
  /** Whether it may be submitted now: nothing of it is under way or has left. */
  open: z.boolean(),
  may: z.object({
    /** Try it out and submit it. */
    edit: z.boolean(),
    /** Let it go without waiting for another person. */
    send: z.boolean(),
  }),
});
export type CampaignLook = z.infer<typeof campaignLookSchema>;

/** `GET …/preview`: as a reader would get it, with links of nobody. */
export const campaignPreviewSchema = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type CampaignPreview = z.infer<typeof campaignPreviewSchema>;

/** `GET …/audience`: candidates = meant + excluded. */
export const campaignAudienceSchema = z.object({
  candidates: count,
  meant: count,
  /** By reason. */
  excluded: z.record(z.string(), count),
});
export type CampaignAudience = z.infer<typeof campaignAudienceSchema>;

/** `GET …/checks` */
export const campaignChecksSchema = z.object({
  checks: z.array(
    z.object({
      check: z.enum(CAMPAIGN_CHECKS),
      state: z.enum(['fine', 'warning', 'failed']),
      found: z.array(z.object({ locale: localeSchema.nullable(), what: z.string() })),
    }),
  ),
});
export type CampaignChecks = z.infer<typeof campaignChecksSchema>;

/** Why something isn't done, answered with 409. */
export const campaignRefusalSchema = z.enum([
  'campaign-unready',
  'campaign-submitted',
  'campaign-sent',
  'time-past',
  'test-failed',
]);
export type CampaignRefusal = z.infer<typeof campaignRefusalSchema>;

/** Such an answer. */
export const campaignRefusedSchema = z.object({
  error: z.object({ details: z.object({ code: campaignRefusalSchema }) }),
});

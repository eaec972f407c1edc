import { documentIdSchema, instantSchema, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';

/** `/passerelle/newsletter/campaigns/:documentId` and what is below it. */
export const campaignParamsSchema = z.object({ documentId: documentIdSchema });

/** `GET …/preview`, `POST …/test` */
export const campaignLocaleSchema = z.strictObject({ locale: localeSchema });

/** `POST …/issue`: not before that instant; null for as soon as may be. */
export const submitBodySchema = z.strictObject({ sendAt: instantSchema.nullable() });

/** What staff may do with a campaign, by the permission of the content manager it goes with. */
export type CampaignDeskAction = 'read' | 'update';

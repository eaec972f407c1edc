import type { Locale } from '@passerelle/contracts';
import { refusedWith } from '@passerelle/desk/parts';
import { useFetchClient } from '@strapi/strapi/admin';
import {
  type CampaignAudience,
  type CampaignChecks,
  type CampaignLook,
  type CampaignPreview,
  type CampaignRefusal,
  campaignAudienceSchema,
  campaignChecksSchema,
  campaignLookSchema,
  campaignPreviewSchema,
  campaignRefusedSchema,
} from '../../api/campaign-desk/domain/answers.ts';
import { readAnswer } from '../site-status/read-answers.ts';

/** A campaign's desk, asked over the session of the one who is signed in. What fails throws. */
export interface CampaignClient {
  look(): Promise<CampaignLook>;
  audience(): Promise<CampaignAudience>;
  preview(locale: Locale): Promise<CampaignPreview>;
  checks(): Promise<CampaignChecks>;
  /** Null when it was done, else why it was refused. */
  test(locale: Locale): Promise<CampaignRefusal | null>;
  /** Not before an instant; null for as soon as may be. */
  submit(sendAt: Date | null): Promise<CampaignRefusal | null>;
}

/** Speaks for one campaign. */
export function useCampaignClient(documentId: string): CampaignClient {
  const { get, post } = useFetchClient();
  const path = `/passerelle/newsletter/campaigns/${documentId}`;

  async function act(action: string, body: object): Promise<CampaignRefusal | null> {
    try {
      await post(`${path}/${action}`, body);
      return null;
    } catch (error) {
      return refusedWith(campaignRefusedSchema, error).code;
    }
  }

  return {
    look: () => readAnswer(get, campaignLookSchema, path),
    audience: () => readAnswer(get, campaignAudienceSchema, `${path}/audience`),
    preview: (locale) => readAnswer(get, campaignPreviewSchema, `${path}/preview`, { locale }),
    checks: () => readAnswer(get, campaignChecksSchema, `${path}/checks`),
    test: (locale) => act('test', { locale }),
    submit: (sendAt) => act('issue', { sendAt: sendAt?.toISOString() ?? null }),
  };
}

import type { Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { env } from '../../../env.ts';
import { hasLeft } from '../../../newsletter/adapters/campaign-issue-rows.ts';
import { countIssue } from '../../../newsletter/adapters/issue-list-rows.ts';
import type { Actor } from '../../../newsletter/freeze-campaign.ts';
import { campaignsOf } from '../../../newsletter/running-campaigns.ts';
import { maySteer } from '../../newsletter-desk/adapters/permissions.ts';
import { issueLookOf } from '../../newsletter-desk/domain/issue-look.ts';
import { allowsCampaign } from '../adapters/allowed.ts';
import type {
  CampaignAudience,
  CampaignChecks,
  CampaignLook,
  CampaignPreview,
  CampaignRefusal,
} from '../domain/answers.ts';
import { previewOf } from '../domain/preview.ts';
import type { CampaignDeskAction } from '../domain/requests.ts';

/** Campaigns, for the admin's own screens. What there is no campaign for is null. */
const campaignDesk = ({ strapi }: { strapi: Core.Strapi }) => ({
  allows: (state: unknown, documentId: string, action: CampaignDeskAction) =>
    allowsCampaign(strapi, state, documentId, action),

  /** @param state Strapi's state of the request: what may be done depends on who asks. */
  async look(state: unknown, documentId: string, user: number): Promise<CampaignLook | null> {
    const work = campaignsOf(strapi);
    const locales = await work.locales(documentId);
    if (locales.length === 0) return null;
    const issues = await work.issues(documentId);
    const [newest] = issues;
    const asks = {
      user,
      steers: maySteer(state),
      needsApproval: env().NEWSLETTER_APPROVAL,
      now: new Date(),
    };
    const left = await Promise.all(issues.map(({ id }) => hasLeft(strapi.db.connection, id)));
    return {
      locales: [...locales],
      issue: newest ? issueLookOf(await countIssue(strapi.db.connection, newest), asks) : null,
      open: issues.every(({ state: its }) => its === 'cancelled') && !left.includes(true),
      may: {
        edit: await allowsCampaign(strapi, state, documentId, 'update'),
        send: asks.steers && !asks.needsApproval,
      },
    };
  },

  async preview(documentId: string, locale: Locale): Promise<CampaignPreview | null> {
    const written = await campaignsOf(strapi).write(documentId);
    const found = written?.languages.find(({ text }) => text.locale === locale);
    return found === undefined ? null : previewOf(found.rendition);
  },

  audience: (documentId: string): Promise<CampaignAudience | null> => campaignsOf(strapi).count(documentId),

  async checks(documentId: string): Promise<CampaignChecks | null> {
    const checks = await campaignsOf(strapi).check(documentId);
    return checks === null ? null : { checks };
  },

  /** Sends a test to whoever asks. */
  async test(
    documentId: string,
    locale: Locale,
    to: { address: string; actor: Actor },
  ): Promise<{ refusal: CampaignRefusal | null } | null> {
    const work = campaignsOf(strapi);
    if (!(await work.locales(documentId)).includes(locale)) return null;
    return { refusal: (await work.test(documentId, locale, to)) ? null : 'test-failed' };
  },

  /** @param state Strapi's state of the request: one who may steer waits for nobody, but for where approval is on. */
  async submit(
    state: unknown,
    documentId: string,
    { sendAt, actor }: { sendAt: Date | null; actor: Actor },
  ): Promise<{ refusal: CampaignRefusal | null } | null> {
    if (sendAt !== null && sendAt.getTime() <= Date.now()) return { refusal: 'time-past' };
    const held = env().NEWSLETTER_APPROVAL || !maySteer(state);
    const refusal = await campaignsOf(strapi).submit(documentId, { sendAt, actor, held });
    return refusal === undefined ? null : { refusal };
  },
});

export default campaignDesk;

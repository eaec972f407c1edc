import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { found, parseRequest } from '../../../platform/http.ts';
import { actorName } from '../../poll-desk/domain/actor.ts';
import type { CampaignRefusal } from '../domain/answers.ts';
import {
  type CampaignDeskAction,
  campaignLocaleSchema,
  campaignParamsSchema,
  submitBodySchema,
} from '../domain/requests.ts';
import { campaignRefusalSentence } from '../i18n/texts.ts';
import createCampaignDesk from '../services/campaign-desk.ts';

const NOTHING = z.strictObject({});

const stateSchema = z.object({
  user: z.object({
    id: z.number(),
    email: z.string(),
    firstname: z.string().nullish(),
    lastname: z.string().nullish(),
  }),
});

/** What the panel « Envoi » of a campaign asks for. */
const campaignDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = createCampaignDesk({ strapi });

  /** The campaign that is asked about, when the person who asks may do this with it. */
  async function campaignFor(context: AdminContext, action: CampaignDeskAction): Promise<string> {
    const { documentId } = parseRequest(campaignParamsSchema, context.params);
    if (!(await service.allows(context.state, documentId, action))) throw new errors.ForbiddenError();
    return documentId;
  }

  return {
    async look(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const documentId = await campaignFor(context, 'read');
      context.body = found(await service.look(context.state, documentId, userOf(context).id));
    },

    async preview(context: AdminContext) {
      const { locale } = parseRequest(campaignLocaleSchema, context.query);
      const documentId = await campaignFor(context, 'read');
      context.body = found(await service.preview(documentId, locale));
    },

    async audience(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      context.body = found(await service.audience(await campaignFor(context, 'read')));
    },

    async checks(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      context.body = found(await service.checks(await campaignFor(context, 'read')));
    },

    async test(context: AdminContext) {
      const documentId = await campaignFor(context, 'update');
      const { locale } = parseRequest(campaignLocaleSchema, context.request.body);
      const user = userOf(context);
      const actor = { id: user.id, name: actorName(user) };
      answer(context, found(await service.test(documentId, locale, { address: user.email, actor })));
    },

    async submit(context: AdminContext) {
      const documentId = await campaignFor(context, 'update');
      const { sendAt } = parseRequest(submitBodySchema, context.request.body);
      const user = userOf(context);
      const wish = {
        sendAt: sendAt === null ? null : new Date(sendAt),
        actor: { id: user.id, name: actorName(user) },
      };
      answer(context, found(await service.submit(context.state, documentId, wish)));
    },
  };
};

function answer(context: AdminContext, { refusal }: { refusal: CampaignRefusal | null }): void {
  if (refusal === null) context.status = 204;
  else context.conflict(campaignRefusalSentence(refusal), { code: refusal });
}

const userOf = ({ state }: AdminContext) => stateSchema.parse(state).user;

export default campaignDesk;

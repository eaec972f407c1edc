import { uncertainRequestSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { found, parseRequest } from '../../../platform/http.ts';
import { actorName } from '../../poll-desk/domain/actor.ts';
import { actionBodySchema, issueParamsSchema } from '../domain/requests.ts';
import { issueRefusalSentence } from '../i18n/texts.ts';
import createNewsletterDesk from '../services/newsletter-desk.ts';
import createUncertainMails from '../services/uncertain-mails.ts';

const NOTHING = z.strictObject({});

const stateSchema = z.object({
  user: z.object({
    email: z.string(),
    id: z.number(),
    firstname: z.string().nullish(),
    lastname: z.string().nullish(),
  }),
});

/** What the issues of the newsletter in the admin ask for; the routes say who may. */
const newsletterDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = createNewsletterDesk({ strapi });
  const uncertain = createUncertainMails({ strapi });
  return {
    async list(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      context.body = await service.list(context.state, stateSchema.parse(context.state).user.id);
    },

    async uncertain(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const { id } = parseRequest(issueParamsSchema, context.params);
      context.body = found(await service.uncertain(id));
    },

    async act(context: AdminContext) {
      const { id } = parseRequest(issueParamsSchema, context.params);
      const { action } = parseRequest(actionBodySchema, context.request.body);
      const { user } = stateSchema.parse(context.state);
      const actor = { id: user.id, name: actorName(user) };
      const done =
        action === 'test'
          ? await service.test(id, { address: user.email, actor })
          : await service.act(id, action, actor);
      const { refusal } = found(done);
      if (refusal === null) context.status = 204;
      else context.conflict(issueRefusalSentence(refusal), { code: refusal });
    },

    async uncertainIssues(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      context.body = await uncertain.list(context.state);
    },

    async decide(context: AdminContext) {
      const { id } = parseRequest(issueParamsSchema, context.params);
      const request = parseRequest(uncertainRequestSchema, context.request.body);
      const actor = actorName(stateSchema.parse(context.state).user);
      const answer = found(await uncertain.decide(id, request, actor));
      if (typeof answer === 'string') context.conflict(issueRefusalSentence(answer), { code: answer });
      else context.body = answer;
    },
  };
};

export default newsletterDesk;

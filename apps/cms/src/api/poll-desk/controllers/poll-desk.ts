import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { found, parseRequest } from '../../../platform/http.ts';
import { actorName } from '../domain/actor.ts';
import {
  exportQuerySchema,
  extendBodySchema,
  pollParamsSchema,
  resetBodySchema,
} from '../domain/requests.ts';
import { refusalSentence } from '../i18n/texts.ts';
import createPollDesk from '../services/poll-desk.ts';

type PollDeskService = ReturnType<typeof createPollDesk>;

const NOTHING = z.strictObject({});

const stateSchema = z.object({
  user: z.object({ id: z.number(), firstname: z.string().nullish(), lastname: z.string().nullish() }),
});

/** What the panel « Sondage » of the admin asks for. */
const pollDeskController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = createPollDesk({ strapi });

  /** The poll that is asked about, when the person who asks may do this with it. */
  async function pollFor(context: AdminContext, action: Parameters<PollDeskService['allows']>[2]) {
    const { documentId } = parseRequest(pollParamsSchema, context.params);
    if (!(await service.allows(context.state, documentId, action))) throw new errors.ForbiddenError();
    return documentId;
  }

  async function act(
    context: AdminContext,
    documentId: string,
    action: Parameters<PollDeskService['act']>[1],
  ): Promise<void> {
    const done = found(await service.act(documentId, action));
    if (done.refusal === null) context.status = 204;
    else context.conflict(refusalSentence(done.refusal), { code: done.refusal });
  }

  return {
    async look(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const documentId = await pollFor(context, 'read');
      context.body = found(await service.look(context.state, documentId));
    },

    async close(context: AdminContext) {
      const documentId = await pollFor(context, 'publish');
      parseRequest(NOTHING, context.request.body ?? {});
      await act(context, documentId, (desk) => desk.close(documentId, actorOf(context)));
    },

    async extend(context: AdminContext) {
      const documentId = await pollFor(context, 'publish');
      const { closesAt } = parseRequest(extendBodySchema, context.request.body);
      await act(context, documentId, (desk) => desk.extend(documentId, new Date(closesAt), actorOf(context)));
    },

    async reset(context: AdminContext) {
      const documentId = await pollFor(context, 'delete');
      const { word, reason } = parseRequest(resetBodySchema, context.request.body);
      await act(context, documentId, (desk) => desk.reset(documentId, actorOf(context), word, reason));
    },

    async export(context: AdminContext) {
      const documentId = await pollFor(context, 'read');
      const { format, bom, language } = parseRequest(exportQuerySchema, context.query);
      const wish = { format, bom: bom !== undefined, language };
      const file = found(await service.export(documentId, actorOf(context), wish));
      context.set('content-disposition', `attachment; filename="${file.name}"`);
      context.set('cache-control', 'no-store');
      context.type = file.type;
      context.body = file.content;
    },
  };
};

function actorOf({ state }: AdminContext): string {
  return actorName(stateSchema.parse(state).user);
}

export default pollDeskController;

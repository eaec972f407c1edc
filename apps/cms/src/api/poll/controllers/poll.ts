import { documentIdSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';

/** Strapi's router adds parameters of its own. */
const pathSchema = z.object({ poll: documentIdSchema });

/** What the web server asks about polls. */
const poll = ({ strapi }: { strapi: Core.Strapi }) => ({
  async results(context: RequestContext) {
    parseRequest(z.strictObject({}), context.query);
    const { poll: documentId } = parseRequest(pathSchema, context.params);
    const results = await strapi.service('api::poll.results').read(documentId);
    if (results === null) throw new errors.NotFoundError('There is no such poll');
    context.body = results;
  },
});

/** The part of Koa's context used here. */
interface RequestContext {
  query: unknown;
  params: unknown;
  body: unknown;
}

export default poll;

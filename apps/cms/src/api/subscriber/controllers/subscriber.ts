import { subscriberTokenSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';

/** Strapi's router adds parameters of its own. */
const pathSchema = z.object({ token: subscriberTokenSchema });

/** What the web server asks about readers of the newsletter, for them. */
const subscriber = ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(context: RequestContext) {
    context.body = found(await strapi.service('api::subscriber.readers').read(tokenOf(context)));
  },

  async data(context: RequestContext) {
    context.body = found(await strapi.service('api::subscriber.readers').data(tokenOf(context)));
  },
});

function tokenOf({ query, params }: RequestContext): string {
  parseRequest(z.strictObject({}), query);
  return parseRequest(pathSchema, params).token;
}

function found<T>(answer: T | null): T {
  if (answer === null) throw new errors.NotFoundError('There is no reader of this token');
  return answer;
}

/** The part of Koa's context used here. */
interface RequestContext {
  query: unknown;
  params: unknown;
  body: unknown;
}

export default subscriber;

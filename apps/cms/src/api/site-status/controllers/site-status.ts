import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { parseRequest } from '../../../platform/http.ts';
import { documentStatusQuerySchema } from '../domain/answers.ts';

/** What the admin's panel and home widget ask for. */
const siteStatusController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async document(context: AdminContext) {
    const place = parseRequest(documentStatusQuerySchema, context.query);
    const status = strapi.service('api::site-status.site-status');
    if (!(await status.mayRead(context.state, place))) throw new errors.ForbiddenError();
    context.body = await status.document(place);
  },

  async publication(context: AdminContext) {
    parseRequest(z.strictObject({}), context.query);
    context.body = await strapi.service('api::site-status.site-status').publication();
  },
});

export default siteStatusController;

import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { parseRequest } from '../../../platform/http.ts';

/** What the admin's home widget asks for. */
const recognitions = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: AdminContext) {
    parseRequest(z.strictObject({}), context.query);
    context.body = await strapi.service('api::consultant.recognitions').list();
  },
});

export default recognitions;

import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';

/** What the admin's home widget asks for. */
const recognitions = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: AdminContext) {
    parseRequest(z.strictObject({}), context.query);
    context.body = await strapi.service('api::consultant.recognitions').list();
  },
});

/** The part of Koa's context used here. */
interface AdminContext {
  query: unknown;
  body: unknown;
}

export default recognitions;

import { changesQuerySchema, entriesQuerySchema, releaseReportSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';

const noQuery = z.strictObject({});

/** The site's side door: content out, build reports in. */
const site = ({ strapi }: { strapi: Core.Strapi }) => ({
  async revision(context: RequestContext) {
    parseRequest(noQuery, context.query);
    context.body = await strapi.service('api::site.content').revision();
  },

  async entries(context: RequestContext) {
    const query = parseRequest(entriesQuerySchema, context.query);
    context.body = await strapi.service('api::site.content').entries(query);
  },

  async changes(context: RequestContext) {
    const query = parseRequest(changesQuerySchema, context.query);
    context.body = await strapi.service('api::site.content').changes(query);
  },

  async report(context: RequestContext) {
    parseRequest(noQuery, context.query);
    const report = parseRequest(releaseReportSchema, context.request.body);
    await strapi.service('api::site.releases').record(report);
    context.status = 204;
  },
});

/** The part of Koa's context used here. */
interface RequestContext {
  query: unknown;
  request: { body?: unknown };
  body: unknown;
  status: number;
}

export default site;

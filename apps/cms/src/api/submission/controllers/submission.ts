import { sealedBatchSchema, spoolAlarmSchema, submissionBatchSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';

const noQuery = z.strictObject({});

/** Where the web server hands over what visitors send. */
const submission = ({ strapi }: { strapi: Core.Strapi }) => ({
  async submit(context: RequestContext) {
    parseRequest(noQuery, context.query);
    const { submissions } = parseRequest(submissionBatchSchema, context.request.body);
    context.body = { answers: await strapi.service('api::submission.submissions').submit(submissions) };
  },

  async sealed(context: RequestContext) {
    parseRequest(noQuery, context.query);
    const { boxes } = parseRequest(sealedBatchSchema, context.request.body);
    context.body = { answers: await strapi.service('api::submission.submissions').submitSealed(boxes) };
  },

  async alarm(context: RequestContext) {
    parseRequest(noQuery, context.query);
    const alarm = parseRequest(spoolAlarmSchema, context.request.body);
    await strapi.service('api::submission.submissions').alarm(alarm);
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

export default submission;

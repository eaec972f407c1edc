import type { Readable } from 'node:stream';
import { bundleFetchBodySchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';
import createBundles from '../services/person-bundle.ts';

const NOTHING = z.strictObject({});

/** Where the web server gets what is kept of a person, by the secret that was mailed to them. */
const personBundle = ({ strapi }: { strapi: Core.Strapi }) => {
  const bundles = createBundles({ strapi });
  return {
    async fetch(context: RequestContext) {
      parseRequest(NOTHING, context.query);
      const { token } = parseRequest(bundleFetchBodySchema, context.request.body);
      const file = await bundles.fetch(token);
      if (file === null) throw new errors.NotFoundError('Nothing is fetched by this secret');
      context.set('cache-control', 'no-store');
      context.set('content-disposition', `attachment; filename="${file.name}"`);
      context.body = file.content;
      context.type = file.type;
    },
  };
};

/** The part of Koa's context used here. */
interface RequestContext {
  query: unknown;
  request: { body?: unknown };
  body: string | Buffer | Readable | undefined;
  type: string;
  set(header: string, value: string): void;
}

export default personBundle;

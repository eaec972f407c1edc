import { FILE_MOST_BYTES, fileHeadersSchema, invitationHeadersSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseRequest } from '../../../platform/http.ts';
import createVisitorFiles from '../services/visitor-files.ts';

const NOTHING = z.strictObject({});

/** Where the web server hands over what visitors were asked to send. */
const visitorFiles = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = createVisitorFiles({ strapi });
  return {
    async look(context: RequestContext) {
      parseRequest(NOTHING, context.query);
      const { 'x-invitation': token } = parseRequest(invitationHeadersSchema, context.headers);
      context.body = await service.look(token);
    },

    async receive(context: RequestContext) {
      parseRequest(NOTHING, context.query);
      const headers = parseRequest(fileHeadersSchema, context.headers);
      // Any other type Strapi would have read already, to other limits.
      if (context.is('application/octet-stream') === false) {
        throw new errors.ValidationError('The file is to come as application/octet-stream');
      }
      if (Number(context.headers['content-length'] ?? 0) > FILE_MOST_BYTES) {
        context.set('connection', 'close');
        context.body = { outcome: 'refused', code: 'too-large' };
        return;
      }
      const answer = await service.receive({
        token: headers['x-invitation'],
        name: headers['x-file-name'],
        // Ended early, the request stays open for the answer.
        content: context.req.iterator({ destroyOnReturn: false }),
      });
      // What hasn't been read is not to be taken for the next request.
      if (answer.outcome === 'refused') context.set('connection', 'close');
      context.body = answer;
    },
  };
};

/** The part of Koa's context used here. */
interface RequestContext {
  query: unknown;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The request itself, whose body nobody has read. */
  req: { iterator(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array> };
  body: unknown;
  is(type: string): string | false | null;
  set(header: string, value: string): void;
}

export default visitorFiles;

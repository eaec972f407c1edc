import {
  IMPORT_OCTETS,
  importWishSchema,
  readerEvidenceBodySchema,
  readerExportBodySchema,
  readerLiftBodySchema,
  readerLookBodySchema,
  readerUnsubscribeBodySchema,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { parseRequest } from '../../../platform/http.ts';
import { staffOf } from '../../inquiry-desk/domain/staff.ts';
import createReaders from '../services/readers.ts';

const NOTHING = z.strictObject({});
/** The wish of an import beside its file: JSON in the query, which has nothing of a person. */
const wishQuerySchema = z.strictObject({
  wish: z
    .string()
    .max(2_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is no JSON' });
        return z.NEVER;
      }
    })
    .pipe(importWishSchema),
});

/** What the newsletter's readers in the admin ask for; the routes say who may. */
const readerDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  const readers = createReaders({ strapi });
  return {
    async look(context: AdminContext) {
      const { email } = parseRequest(readerLookBodySchema, context.request.body);
      send(context, await readers.look(staffOf(context.state), email));
    },

    async unsubscribe(context: AdminContext) {
      const wish = parseRequest(readerUnsubscribeBodySchema, context.request.body);
      const done = await readers.unsubscribe(staffOf(context.state), wish);
      if (done === null) throw new errors.NotFoundError();
      send(context, done);
    },

    async lift(context: AdminContext) {
      const wish = parseRequest(readerLiftBodySchema, context.request.body);
      send(context, await readers.lift(staffOf(context.state), wish));
    },

    async evidence(context: AdminContext) {
      const wish = parseRequest(readerEvidenceBodySchema, context.request.body);
      const file = await readers.evidence(staffOf(context.state), wish);
      if (file === null) throw new errors.NotFoundError();
      sendFile(context, file);
    },

    async preview(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      send(context, await readers.preview(await octetsOf(context)));
    },

    async import(context: AdminContext) {
      const { wish } = parseRequest(wishQuerySchema, context.query);
      send(context, await readers.import(staffOf(context.state), await octetsOf(context), wish));
    },

    async export(context: AdminContext) {
      const wish = parseRequest(readerExportBodySchema, context.request.body);
      sendFile(context, await readers.export(staffOf(context.state), wish));
    },
  };
};

/**
 * The file itself, in the pieces it came in; of this type Strapi leaves the body alone. All of it before a row is worked
 * off: a request that is still coming after half a minute is ended (`config/server.ts`), and a long file takes minutes.
 * Of a file that is too large, one piece too many.
 */
async function octetsOf({ req }: AdminContext): Promise<Iterable<Uint8Array>> {
  if (req.headers['content-type'] !== 'application/octet-stream') {
    throw new errors.ValidationError('The body is the file itself, as application/octet-stream');
  }
  const pieces: Uint8Array[] = [];
  let octets = 0;
  for await (const piece of req) {
    // What comes beyond is let pass: who sends it reads the answer once they have sent it.
    if (octets <= IMPORT_OCTETS) pieces.push(z.instanceof(Uint8Array).parse(piece));
    octets += piece.length;
  }
  return pieces;
}

/** Nothing of this is to be kept by a browser or a proxy. */
function send(context: AdminContext, body: unknown): void {
  context.set('cache-control', 'no-store');
  context.body = body;
}

function sendFile(
  context: AdminContext,
  { name, type, content }: { name: string; type: string; content: unknown },
): void {
  send(context, content);
  context.set('content-disposition', `attachment; filename="${name}"`);
  context.type = type;
}

export default readerDesk;

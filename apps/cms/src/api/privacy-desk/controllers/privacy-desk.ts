import {
  bundleBodySchema,
  closeRequestBodySchema,
  eraseBodySchema,
  extendRequestBodySchema,
  type PrivacyRefusal,
  requestListQuerySchema,
  requestParamsSchema,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { parseRequest } from '../../../platform/http.ts';
import { staffOf } from '../../inquiry-desk/domain/staff.ts';
import { privacyRefusalSentence } from '../i18n/texts.ts';
import createPersons from '../services/persons.ts';

const NOTHING = z.strictObject({});

/** What the privacy officer asks for in the admin; the routes say who may. */
const privacyDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  const persons = createPersons({ strapi });
  const idOf = (context: AdminContext) => parseRequest(requestParamsSchema, context.params).id;

  return {
    async list(context: AdminContext) {
      const { status } = parseRequest(requestListQuerySchema, context.query);
      send(context, await persons.list(status));
    },

    async look(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const found = await persons.look(staffOf(context.state), idOf(context));
      if (found === null) throw new errors.NotFoundError();
      send(context, found);
    },

    async close(context: AdminContext) {
      const id = idOf(context);
      const wish = parseRequest(closeRequestBodySchema, context.request.body);
      const done = await persons.close(staffOf(context.state), id, wish);
      if (done === undefined) throw new errors.NotFoundError();
      if (done !== null) return refuse(context, done);
      send(context, await persons.look(staffOf(context.state), id));
    },

    async extend(context: AdminContext) {
      const id = idOf(context);
      const wish = parseRequest(extendRequestBodySchema, context.request.body);
      const done = await persons.extend(staffOf(context.state), id, wish);
      if (done === undefined) throw new errors.NotFoundError();
      if (done !== null) return refuse(context, done);
      send(context, await persons.look(staffOf(context.state), id));
    },

    async found(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const found = await persons.found(staffOf(context.state), idOf(context));
      if (found === null) throw new errors.NotFoundError();
      if (typeof found === 'string') return refuse(context, found);
      send(context, found);
    },

    async counts(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      send(context, await persons.counts());
    },

    async bundle(context: AdminContext) {
      const wish = parseRequest(bundleBodySchema, context.request.body);
      const file = await persons.bundle(staffOf(context.state), wish);
      if (file === null) throw new errors.NotFoundError();
      if (typeof file === 'string') return refuse(context, file);
      send(context, file.content);
      context.set('content-disposition', `attachment; filename="${file.name}"`);
      context.type = file.type;
    },

    async erase(context: AdminContext) {
      const wish = parseRequest(eraseBodySchema, context.request.body);
      const certificate = await persons.erase(staffOf(context.state), wish);
      if (certificate === null) throw new errors.NotFoundError();
      if (typeof certificate === 'string') return refuse(context, certificate);
      send(context, certificate);
    },

    async certificates(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      send(context, await persons.certificates());
    },
  };
};

/** Nothing of this is to be kept by a browser or a proxy. */
function send(context: AdminContext, body: unknown): void {
  context.set('cache-control', 'no-store');
  context.body = body;
}

function refuse(context: AdminContext, code: PrivacyRefusal): void {
  context.conflict(privacyRefusalSentence(code), { code });
}

export default privacyDesk;

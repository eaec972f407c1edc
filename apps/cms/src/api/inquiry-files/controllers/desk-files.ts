import { inquiryFileParamsSchema, inquiryParamsSchema, invitationBodySchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { parseRequest } from '../../../platform/http.ts';
import { staffOf } from '../../inquiry-desk/domain/staff.ts';
import { deskRefusalSentence } from '../../inquiry-desk/i18n/texts.ts';
import createDeskFiles from '../services/desk-files.ts';

const NOTHING = z.strictObject({});

/** Visitors' files at the desk; the routes say who may. */
const deskFiles = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = createDeskFiles({ strapi });

  async function list(context: AdminContext, id: string): Promise<void> {
    const found = await service.list(staffOf(context.state), id);
    if (found === undefined) throw new errors.NotFoundError();
    context.set('cache-control', 'no-store');
    context.body = found;
  }

  return {
    async invite(context: AdminContext) {
      const { id } = parseRequest(inquiryParamsSchema, context.params);
      const { most } = parseRequest(invitationBodySchema, context.request.body);
      const done = await service.invite(staffOf(context.state), id, most);
      if (done === undefined) throw new errors.NotFoundError();
      if (done !== null) return context.conflict(deskRefusalSentence(done), { code: done, current: null });
      await list(context, id);
    },

    async withdraw(context: AdminContext) {
      parseRequest(NOTHING, context.request.body ?? {});
      const { id } = parseRequest(inquiryParamsSchema, context.params);
      const done = await service.withdraw(staffOf(context.state), id);
      if (done === undefined) throw new errors.NotFoundError();
      await list(context, id);
    },

    async list(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      await list(context, parseRequest(inquiryParamsSchema, context.params).id);
    },

    async download(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const { id, file } = parseRequest(inquiryFileParamsSchema, context.params);
      const found = await service.download(staffOf(context.state), id, file);
      if (found === undefined) throw new errors.NotFoundError();
      // A browser saves it; should it be shown all the same, it is bytes that can do nothing.
      context.attachment(found.name);
      context.type = 'application/octet-stream';
      context.set('cache-control', 'no-store');
      context.set('x-content-type-options', 'nosniff');
      context.set('content-security-policy', "default-src 'none'; sandbox");
      context.set('cross-origin-resource-policy', 'same-origin');
      context.body = found.bytes;
    },
  };
};

export default deskFiles;

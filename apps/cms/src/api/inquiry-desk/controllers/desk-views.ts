import {
  type DeskRefusal,
  deskViewBodySchema,
  deskViewChangeSchema,
  deskViewParamsSchema,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { parseRequest } from '../../../platform/http.ts';
import { staffOf } from '../domain/staff.ts';
import { deskRefusalSentence } from '../i18n/texts.ts';
import createViews from '../services/views.ts';

const NOTHING = z.strictObject({});

/** Saved views of the desk, each of whoever asks alone. Every change is answered with all of them. */
const deskViews = ({ strapi }: { strapi: Core.Strapi }) => {
  const views = createViews({ strapi });

  async function answer(context: AdminContext, done: DeskRefusal | null | undefined): Promise<void> {
    if (done === undefined) throw new errors.NotFoundError();
    if (done !== null) return context.conflict(deskRefusalSentence(done), { code: done, current: null });
    context.set('cache-control', 'no-store');
    context.body = await views.list(staffOf(context.state));
  }

  const idOf = (context: AdminContext) => parseRequest(deskViewParamsSchema, context.params).view;

  return {
    async list(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      await answer(context, null);
    },

    async save(context: AdminContext) {
      const wish = parseRequest(deskViewBodySchema, context.request.body);
      await answer(context, await views.save(staffOf(context.state), wish));
    },

    async change(context: AdminContext) {
      const wish = parseRequest(deskViewChangeSchema, context.request.body);
      await answer(context, await views.change(staffOf(context.state), idOf(context), wish));
    },

    async remove(context: AdminContext) {
      const removed = await views.remove(staffOf(context.state), idOf(context));
      await answer(context, removed ? null : undefined);
    },
  };
};

export default deskViews;

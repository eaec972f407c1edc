import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { configurationSchema, settleView, writtenSchema } from './settle.ts';
import { EDIT_VIEW_UIDS, wishesFor } from './wishes.ts';

/**
 * Gives editors their labels, layouts and lists. What an administrator has changed in the admin stays; see
 * `settleView`. Strapi makes its own configuration of each type before, when it starts.
 */
export async function ensureEditViews(strapi: Core.Strapi): Promise<void> {
  const memory = strapi.store({ type: 'core', name: 'passerelle_edit_views' });
  const manager = strapi.plugin('content-manager');
  for (const uid of EDIT_VIEW_UIDS) {
    const service = manager.service(uid.startsWith('api::') ? 'content-types' : 'components');
    const model = { uid };
    const stored = configurationSchema.parse(await service.findConfiguration(model));
    const written = writtenSchema.parse((await memory.get({ key: uid })) ?? {});
    const settled = settleView(stored, wishesFor(uid), written);
    const { settings, metadatas, layouts } = settled.configuration;
    if (!isDeepStrictEqual(settled.configuration, stored)) {
      await service.updateConfiguration(model, { settings, metadatas, layouts });
    }
    if (!isDeepStrictEqual(settled.written, written)) {
      await memory.set({ key: uid, value: settled.written });
    }
  }
}

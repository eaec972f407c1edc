import type { Core } from '@strapi/strapi';
import { READER_ACTIONS, type ReaderAction } from '../domain/permissions.ts';
import { readerDeskTexts } from '../i18n/texts.ts';

const actions = Object.keys(READER_ACTIONS).filter(
  (action): action is ReaderAction => action in READER_ACTIONS,
);

/** Makes these permissions known to Strapi. While the application is registered. */
export async function registerReaderActions(strapi: Core.Strapi): Promise<void> {
  const texts = readerDeskTexts('fr');
  await strapi.service('admin::permission').actionProvider.registerMany(
    actions.map((action) => ({
      section: 'settings',
      category: texts.category,
      displayName: texts.actions[action],
      // Strapi puts `api::` before it.
      uid: READER_ACTIONS[action].slice('api::'.length),
    })),
  );
}

/** What the privacy officer's role has of them when it is made. */
export const READER_OFFICER_ACTIONS: readonly string[] = Object.values(READER_ACTIONS);

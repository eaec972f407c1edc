import type { Core } from '@strapi/strapi';
import { PRIVACY_ACTIONS, type PrivacyAction } from '../domain/permissions.ts';
import { privacyDeskTexts } from '../i18n/texts.ts';

const actions = Object.keys(PRIVACY_ACTIONS).filter(
  (action): action is PrivacyAction => action in PRIVACY_ACTIONS,
);

/** Makes these permissions known to Strapi. While the application is registered. */
export async function registerPrivacyActions(strapi: Core.Strapi): Promise<void> {
  const texts = privacyDeskTexts('fr');
  await strapi.service('admin::permission').actionProvider.registerMany(
    actions.map((action) => ({
      section: 'settings',
      category: texts.category,
      displayName: texts.actions[action],
      // Strapi puts `api::` before it.
      uid: PRIVACY_ACTIONS[action].slice('api::'.length),
    })),
  );
}

/** What the privacy officer's role has of them when it is made. */
export const PRIVACY_OFFICER_ACTIONS: readonly string[] = Object.values(PRIVACY_ACTIONS);

import { PaperPlane } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PERMISSIONS } from './screens.ts';

/** « Infolettre » in the menu, for those whose role lets them see anything of it. */
export const newsletterMenu: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: 'newsletter',
  icon: PaperPlane,
  intlLabel: { id: 'passerelle.newsletter.title', defaultMessage: 'Infolettre' },
  permissions: PERMISSIONS,
  position: 2,
  Component: () => import('./section.tsx'),
};

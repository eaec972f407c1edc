import { PaperPlane } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { NEWSLETTER_ACTIONS } from '../../api/newsletter-desk/domain/permissions.ts';

/** « Infolettre » in the menu, for those whose role lets them see issues. */
export const newsletterMenu: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: 'newsletter',
  icon: PaperPlane,
  intlLabel: { id: 'passerelle.newsletter.title', defaultMessage: 'Infolettre' },
  permissions: [{ action: NEWSLETTER_ACTIONS.read, subject: null }],
  position: 2,
  Component: () => import('./page.tsx'),
};

import { type NewsletterScreen, newsletterScreens } from '@passerelle/desk/newsletter';
import { lazy } from 'react';
import { NEWSLETTER_ACTIONS } from '../../api/newsletter-desk/domain/permissions.ts';
import { texts } from '../i18n/texts.ts';

/** Everything below « Infolettre », in the order of its tabs; the first is shown to who may see it. */
export const SCREENS: readonly NewsletterScreen[] = [
  {
    path: 'issues',
    title: () => texts().campaign.page.tab,
    permissions: [{ action: NEWSLETTER_ACTIONS.read, subject: null }],
    Screen: lazy(() => import('./page.tsx')),
  },
  ...newsletterScreens,
];

/** Any of these opens something of it. */
export const PERMISSIONS = SCREENS.flatMap(({ permissions }) => permissions);

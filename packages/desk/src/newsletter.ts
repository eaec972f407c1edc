import { type ComponentType, lazy, type ReactNode } from 'react';
import { texts } from './i18n/texts.ts';
import { READER_PERMISSIONS } from './readers/permissions.ts';
import { uncertainTexts } from './uncertain/texts.ts';

/** A screen of the newsletter: one of several, with the way to the others. */
export interface NewsletterScreen {
  /** Below the newsletter's own. */
  path: string;
  /** In the language the admin is shown in. */
  title: () => string;
  /** Any of these opens it. */
  permissions: { action: string; subject: null }[];
  Screen: ComponentType<{ tabs: ReactNode }>;
}

/** The desk's, in the order of their tabs. */
export const newsletterScreens: readonly NewsletterScreen[] = [
  {
    path: 'uncertain',
    title: () => uncertainTexts().title,
    permissions: [{ action: 'api::newsletter-desk.read', subject: null }],
    Screen: lazy(() => import('./uncertain/page.tsx')),
  },
  {
    path: 'readers',
    title: () => texts().readers.title,
    permissions: READER_PERMISSIONS,
    Screen: lazy(() => import('./readers/page.tsx')),
  },
];

import { Mail, User } from '@strapi/icons';
import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import { en } from './i18n/en.ts';
import { fr } from './i18n/fr.ts';
import { READER_PERMISSIONS } from './readers/permissions.ts';

/** Whoever may read requests sees the menu and the home page's panel; the service asks again at each request. */
const READ = { action: 'api::inquiry.read', subject: null };

/** What Strapi shows itself, by language. */
const MENU = { fr: fr.menu, en: en.menu };

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/desk',
      icon: Mail,
      intlLabel: { id: 'desk.title', defaultMessage: fr.menu.title },
      permissions: [READ],
      position: 1,
      Component: () => import('./desk.tsx'),
    });
    app.addMenuLink({
      to: 'plugins/readers',
      icon: User,
      intlLabel: { id: 'desk.readers', defaultMessage: fr.readers.title },
      permissions: READER_PERMISSIONS,
      position: 2,
      Component: () => import('./readers/page.tsx'),
    });
    const requests: WidgetArgs = {
      id: 'requests',
      pluginId: 'desk',
      icon: Mail,
      title: { id: 'desk.title', defaultMessage: fr.menu.title },
      permissions: [READ],
      component: async () => (await import('./home/widget.tsx')).RequestsWidget,
    };
    // Before Strapi's own.
    app.widgets.register((others) => [requests, ...others]);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({
      locale,
      data: {
        'desk.title': locale === 'fr' ? MENU.fr.title : MENU.en.title,
        'desk.readers': locale === 'fr' ? fr.readers.title : en.readers.title,
      },
    }));
  },
};

import { Mail, Shield } from '@strapi/icons';
import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import { en } from './i18n/en.ts';
import { fr } from './i18n/fr.ts';

/** Whoever may read requests sees the menu and the home page's panel; the service asks again at each request. */
const READ = { action: 'api::inquiry.read', subject: null };

/** The same of the register of requests about personal information. */
const PRIVACY = { action: 'api::privacy.work', subject: null };

/** What Strapi shows itself, by language. */
const MENU = {
  fr: { 'desk.title': fr.menu.title, 'desk.privacy': fr.privacy.title },
  en: { 'desk.title': en.menu.title, 'desk.privacy': en.privacy.title },
};

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
      to: 'plugins/privacy',
      icon: Shield,
      intlLabel: { id: 'desk.privacy', defaultMessage: fr.privacy.title },
      permissions: [PRIVACY],
      position: 1,
      Component: () => import('./register.tsx'),
    });
    const requests: WidgetArgs = {
      id: 'requests',
      pluginId: 'desk',
      icon: Mail,
      title: { id: 'desk.title', defaultMessage: fr.menu.title },
      permissions: [READ],
      component: async () => (await import('./home/widget.tsx')).RequestsWidget,
    };
    const persons: WidgetArgs = {
      id: 'persons',
      pluginId: 'desk',
      icon: Shield,
      title: { id: 'desk.privacy', defaultMessage: fr.privacy.title },
      permissions: [PRIVACY],
      component: async () => (await import('./privacy/widget.tsx')).RegisterWidget,
    };
    // Before Strapi's own.
    app.widgets.register((others) => [requests, persons, ...others]);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({
      locale,
      data: locale === 'fr' ? MENU.fr : MENU.en,
    }));
  },
};

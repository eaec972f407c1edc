import type { StrapiApp } from '@strapi/strapi/admin';
import mark from './brand/mark.svg';
import { closeBanners, withoutMarketplace } from './brand/no-promotion.ts';
import { keepProductTitle } from './brand/page-title.ts';
import { campaignPanel } from './campaign/edit-view-panel.tsx';
import { shapeListAndForm } from './content-manager/list-and-form.tsx';
import { keepRefusedText } from './content-manager/refused-writes.ts';
import { addSidePanels } from './content-manager/side-panels.ts';
import { adminTranslations } from './i18n/admin-translations.ts';
import { startInFrench } from './language/start-in-french.ts';
import { newsletterMenu } from './newsletter/menu.ts';
import { pollPanel } from './poll/edit-view-panel.tsx';
import { homeWidgets } from './publication/home-widgets.ts';
import { siteStatusPanel } from './site-status/edit-view-panel.tsx';

export default {
  config: {
    auth: { logo: mark },
    menu: { logo: mark },
    locales: ['fr'],
    translations: adminTranslations,
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    startInFrench(window.localStorage);
    closeBanners(window.localStorage);
    app.addRBACMiddleware(withoutMarketplace);
    app.widgets.register(homeWidgets);
    app.addMenuLink(newsletterMenu);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    keepProductTitle(document);
    shapeListAndForm(app.registerHook);
    const contentManager = app.getPlugin('content-manager');
    addSidePanels(contentManager, [siteStatusPanel, pollPanel, campaignPanel]);
    keepRefusedText(contentManager);
  },
};

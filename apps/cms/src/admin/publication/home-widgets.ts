import { Earth, PaperPlane, User } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';
import { NEWSLETTER_ACTIONS } from '../../api/newsletter-desk/domain/permissions.ts';

/** Strapi's panels that count things editors don't ask about. */
const LEFT_OUT = ['key-statistics', 'chart-entries'];

const publication: WidgetArgs = {
  id: 'publication',
  icon: Earth,
  title: { id: 'passerelle.publication.title', defaultMessage: 'Publication' },
  component: async () => (await import('./widget.tsx')).PublicationWidget,
};

const recognitions: WidgetArgs = {
  id: 'recognitions',
  icon: User,
  title: { id: 'passerelle.recognitions.title', defaultMessage: 'Reconnaissances' },
  component: async () => (await import('../recognitions/widget.tsx')).RecognitionsWidget,
};

/** Shown to those whose role lets them see issues. */
const newsletter: WidgetArgs = {
  id: 'newsletter',
  icon: PaperPlane,
  title: { id: 'passerelle.newsletter.title', defaultMessage: 'Infolettre' },
  permissions: [{ action: NEWSLETTER_ACTIONS.read }],
  component: async () => (await import('../newsletter/widget.tsx')).NewsletterWidget,
};

/** The home page's panels: the state of the public site, of the newsletter and of the recognitions first, then Strapi's own for editors. */
export function homeWidgets(strapis: WidgetArgs[]): WidgetArgs[] {
  return [publication, newsletter, recognitions, ...strapis.filter(({ id }) => !LEFT_OUT.includes(id))];
}

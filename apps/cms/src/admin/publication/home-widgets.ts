import { Earth, User } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';

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

/** The home page's panels: the state of the public site and of the recognitions first, then Strapi's own for editors. */
export function homeWidgets(strapis: WidgetArgs[]): WidgetArgs[] {
  return [publication, recognitions, ...strapis.filter(({ id }) => !LEFT_OUT.includes(id))];
}

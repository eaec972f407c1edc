import { Earth } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';

/** Strapi's panels that count things editors don't ask about. */
const LEFT_OUT = ['key-statistics', 'chart-entries'];

const publication: WidgetArgs = {
  id: 'publication',
  icon: Earth,
  title: { id: 'passerelle.publication.title', defaultMessage: 'Publication' },
  component: async () => (await import('./widget.tsx')).PublicationWidget,
};

/** The home page's panels: the state of the public site first, then Strapi's own for editors. */
export function homeWidgets(strapis: WidgetArgs[]): WidgetArgs[] {
  return [publication, ...strapis.filter(({ id }) => !LEFT_OUT.includes(id))];
}

import type { Consultant, Locale } from '@passerelle/contracts';
import type { ArticleCard, SiteImage } from '../published/published.ts';
import type { NewsCardView } from '../ui/news-card.ts';
import picture from './sample.svg?url';

/** What the atelier's components are shown with: long where that is hard, and about nobody. */

export const LOCALE: Locale = 'fr-CA';

/** What says which entry a sample is. */
export const identified = (letter: string) => ({ documentId: letter.repeat(24), locale: LOCALE });

export const PICTURE: SiteImage = {
  src: picture,
  mime: 'image/svg+xml',
  width: 1600,
  height: 900,
  alt: 'Un pont suspendu au-dessus d’une rivière',
  sources: [],
  crop: 50,
};

export const CARD: NewsCardView = {
  path: '#',
  title: 'Ce qui change pour les diplômés du Québec',
  dek: 'Les conditions, les dates et ce qu’il faut préparer, avec les sources officielles.',
  category: 'Études',
  publishedAt: '2026-11-02T14:00:00Z',
  date: '2 novembre 2026',
  image: PICTURE,
  notice: null,
};

export const LONG_CARD: NewsCardView = {
  ...CARD,
  title: 'Régionalisation\u00a0: anticonstitutionnellement et autres mots qui ne tiennent sur aucune ligne',
  dek: 'Un chapeau si long qu’il faut le couper après trois lignes, car une liste se parcourt du regard et ne se lit pas\u00a0: la suite attend dans l’article, à un clic d’ici, avec tout ce qui ne pouvait pas tenir dans cette carte.',
  image: null,
  notice: 'Un article plus récent remplace celui-ci',
};

export const SUCCESSOR: ArticleCard = {
  ...identified('s'),
  slug: 'exemple',
  title: 'Un article plus récent',
  dek: null,
  cover: null,
  category: null,
  publishedAt: CARD.publishedAt,
  modifiedAt: CARD.publishedAt,
  superseded: false,
  noindex: false,
};

export const CONSULTANT: Consultant = {
  kind: 'consultant',
  ...identified('c'),
  name: 'Personne d’exemple',
  licenceNumber: 'R000000',
  licenceClass: 'RCIC-IRB',
  registerUrl: 'https://registre.example/',
  languages: ['fr', 'en', 'es'],
  recognition: { number: '00000', expiresOn: '2028-03-14', state: 'valid' },
  presentation: 'Ce que la personne fait, et pour qui, en deux phrases. Elle reçoit sur rendez-vous.',
  photo: null,
  position: 1,
};

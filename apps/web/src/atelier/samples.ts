import type { BlockOf, Consultant, Locale, Poll, RichText } from '@passerelle/contracts';
import type { ArticleCard, SiteImage } from '../published/published.ts';
import type { NewsCardView } from '../ui/news-card.ts';
import picture from './sample.svg?url';

/** What the atelier's components are shown with: long where that is hard, and about nobody. */

export const LOCALE: Locale = 'fr-CA';

const identified = (letter: string) => ({ documentId: letter.repeat(24), locale: LOCALE });

const paragraph = (text: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

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

export const OPEN_POLL: Poll = {
  kind: 'poll',
  ...identified('o'),
  slug: 'exemple-ouvert',
  question: 'Où aimeriez-vous vous installer\u202f?',
  intro: 'Une seule question, pour mieux choisir nos prochains sujets.',
  selection: 'single',
  options: [
    { key: 'montreal', label: 'À Montréal' },
    { key: 'region', label: 'En région, là où un emploi m’attend et où ma famille pourra me rejoindre' },
    { key: 'indecis', label: 'Je ne sais pas encore' },
  ],
  min: 1,
  max: 1,
  resultsMode: 'after-vote',
  minVotesToShow: 10,
  opensAt: '2026-11-02T14:00:00Z',
  closesAt: '2027-06-30T21:00:00Z',
  state: 'open',
  final: null,
};

export const CLOSED_POLL: Poll = {
  ...OPEN_POLL,
  ...identified('p'),
  slug: 'exemple-clos',
  state: 'closed',
  resultsMode: 'always',
};

export const COUNTS = {
  ballots: 317,
  options: [
    { key: 'montreal', count: 121 },
    { key: 'region', count: 164 },
    { key: 'indecis', count: 32 },
  ],
};

const callout = (tone: BlockOf<'callout'>['tone'], title: string | null): BlockOf<'callout'> => ({
  type: 'callout',
  tone,
  title,
  content: paragraph('Une phrase ou deux que le lecteur ne doit pas manquer.'),
});

export const CALLOUTS = [
  callout('note', 'Un encadré et son titre'),
  callout('important', 'Ce qu’il faut savoir avant tout'),
  callout('deadline', null),
];

export const FIGURE: BlockOf<'figure'> = {
  type: 'figure',
  image: { url: '/uploads/exemple.png', mime: 'image/png', width: 1600, height: 900, alt: PICTURE.alt },
  caption: 'Une légende, quand l’image ne parle pas d’elle-même.',
  credit: 'la rédaction',
};

export const QUOTES: readonly BlockOf<'quote'>[] = [
  {
    type: 'quote',
    text: 'Nul ne peut donner des conseils contre rémunération sans être inscrit au registre.',
    lang: null,
    attribution: 'Un règlement d’exemple',
    url: 'https://source.example/',
  },
  {
    type: 'quote',
    text: 'A quotation stays in its own language, and says so.',
    lang: 'en',
    attribution: null,
    url: null,
  },
];

export const TABLE: BlockOf<'table'> = {
  type: 'table',
  caption: 'Un tableau plus large qu’un téléphone',
  header: ['Programme', 'Palier', 'Ouverture', 'Délai', 'Frais', 'Remarque'],
  rows: [
    ['Premier', 'Québec', '2\u00a0novembre\u00a02026', '6\u00a0mois', '100\u00a0$', 'Chiffres d’exemple'],
    [
      'Second',
      'Canada',
      '1er\u00a0juin\u00a02026',
      '12\u00a0mois',
      '1\u00a0200\u00a0$',
      'Chiffres d’exemple',
    ],
  ],
  rowHeaders: true,
  source: { label: 'Source d’exemple', url: 'https://source.example/' },
};

export const EMBED: BlockOf<'embed'> = {
  type: 'embed',
  url: 'https://video.example/',
  title: 'Une vidéo qui reste ailleurs',
  provider: 'Exemple',
};

export const CALL: BlockOf<'call-to-action'> = {
  type: 'call-to-action',
  quebec: false,
  title: 'Une question sur votre dossier\u202f?',
  text: 'Écrivez-nous\u00a0: une personne vous répond.',
  label: 'Débuter votre démarche',
  href: '/contact/',
};

import type { BundlePart } from '../domain/bundle-lines.ts';

/** What a bundle says of itself; French is the source. */
export const fr = {
  fileName: 'renseignements-personnels',
  title: 'Vos renseignements personnels',
  lead: 'Tout ce que nous conservons et pouvons retrouver au moyen de cette adresse.',
  address: 'Adresse',
  made: 'Fait le',
  none: 'Rien.',
  parts: {
    inquiries: 'Demandes',
    newsletter: 'Infolettre',
    consents: 'Consentements',
    requests: 'Demandes sur vos renseignements',
    mails: 'Courriels que nous vous avons envoyés',
  } satisfies Record<BundlePart, string>,
  notFound:
    'Ne peuvent pas être retrouvés au moyen d’une adresse\u00a0: les réponses non envoyées d’une demande en cours de rédaction (effacées d’elles-mêmes après 14\u00a0jours) et les votes aux sondages. Le contenu des courriels est effacé après 30\u00a0jours.',
  exact:
    'Le fichier JSON a le texte exact, aussi dans les écritures que les lettres de ce document n’ont pas.',
  header: ['Partie', 'Numéro', 'Champ', 'Valeur'],
};

/** Every text of a bundle, the same in each language. */
export type BundleTexts = typeof fr;

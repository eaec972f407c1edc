import type { IssueEdition } from '@passerelle/contracts';

/** The archive of the newsletter. French is the source: English satisfies its shape. */
export const archiveFr = {
  title: 'Archives de l’infolettre',
  label: 'Archives',
  description: 'Les envois passés de l’infolettre, tels que tout le monde peut les lire.',
  empty: 'Aucun envoi n’est archivé pour le moment.',
  page: (page: number) => `Archives de l’infolettre, page\u00a0${page}`,
  pageLabel: (page: number) => `page\u00a0${page}`,
  pages: 'Pages des archives',
  newer: 'Envois plus récents',
  older: 'Envois plus anciens',
  link: 'Lire les envois passés',
  back: 'Tous les envois passés',
  subscribe: 'Recevoir l’infolettre',
  editions: {
    daily: 'Infolettre quotidienne',
    weekly: 'Infolettre hebdomadaire',
    monthly: 'Infolettre mensuelle',
    campaign: 'Envoi spécial',
  } satisfies Record<IssueEdition, string>,
  sent: (date: string) => `Envoyé le ${date}`,
  feed: (site: string) => `${site}\u00a0: archives de l’infolettre`,
};

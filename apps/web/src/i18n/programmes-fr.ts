import type { Programme } from '@passerelle/contracts';

export const programmeFr = {
  status: {
    open: 'Ouvert',
    suspended: 'Suspendu',
    closed: 'Fermé',
    proposed: 'Annoncé',
  } satisfies Record<Programme['status'], string>,
  since: (date: string) => `depuis le ${date}`,
  authority: (authority: string) => `Responsable\u00a0: ${authority}`,
  verified: (date: string) => `État vérifié le ${date}`,
  source: 'Source\u00a0:',
  closed: (name: string) => `Ce programme est fermé\u00a0: ${name}.`,
  closedSince: (name: string, date: string) => `Ce programme est fermé depuis le ${date}\u00a0: ${name}.`,
  suspended: (name: string) => `Ce programme est suspendu\u00a0: ${name}.`,
  suspendedSince: (name: string, date: string) =>
    `Ce programme est suspendu depuis le ${date}\u00a0: ${name}.`,
  bannerText:
    'L’article peut décrire des règles qui ne valent plus\u202f; vérifiez l’état actuel à la source.',
  begin: 'Une question sur ce programme\u202f?',
  title: 'Programmes',
  description:
    'Où en sont les programmes d’immigration du Québec et du Canada\u00a0: leur état, le jour où nous l’avons vérifié, et la source.',
  jurisdictions: { QC: 'Québec', CA: 'Canada' } satisfies Record<Programme['jurisdiction'], string>,
  jurisdictionTitles: {
    QC: 'Programmes du Québec',
    CA: 'Programmes fédéraux',
  } satisfies Record<Programme['jurisdiction'], string>,
  empty: 'Aucun programme n’est décrit ici pour le moment.',
  current: 'État actuel',
  history: 'Ce qui a changé',
  historySince: (date: string) => `À compter du ${date}`,
  related: 'Nos articles sur ce programme',
  list: 'Tous les programmes',
};

export const roundsFr = {
  title: 'Rondes d’invitations',
  titleOf: (programme: string) => `${programme}\u00a0: rondes d’invitations`,
  description: (programme: string) =>
    `Date, nombre d’invitations et pointage le plus bas des rondes du programme ${programme}, chacune avec sa source.`,
  latest: 'Dernières rondes d’invitations',
  all: 'Toutes les rondes, en tableau et en graphique',
  back: 'La page du programme',
  caption: (programme: string) =>
    `Rondes d’invitations, de la plus récente à la plus ancienne\u00a0: ${programme}`,
  table: 'En tableau',
  date: 'Date',
  stream: 'Volet ou catégorie',
  everyStream: 'Tous les volets',
  number: (number: string) => `Ronde n°\u00a0${number}`,
  invitations: 'Invitations',
  lowestScore: 'Pointage le plus bas',
  unknown: 'Non publié',
  source: 'Source',
  chart: 'Invitations par jour de ronde',
  chartNote: (days: number) =>
    `Les ${days} derniers jours relevés. Les volets d’un même jour sont additionnés\u202f; les mêmes nombres figurent dans le tableau.`,
  chartLabel: (first: string, last: string) =>
    `Graphique en colonnes des invitations, du ${first} au ${last}. Les nombres sont dans le tableau qui suit.`,
  notice:
    'Nous ne montrons que les rondes dont nous avons lu une source. La liste peut être incomplète\u00a0: celle de l’autorité responsable fait foi. Une ronde passée ne permet pas de prévoir la suivante.',
  feedItem: (date: string, invitations: string) => `${date}\u00a0: ${invitations} invitations`,
  feedScore: (score: string) => `Pointage le plus bas\u00a0: ${score}`,
};

export const glossaryFr = {
  title: 'Glossaire',
  description: 'Les mots et les sigles de l’immigration, expliqués simplement, avec nos sources.',
  letters: 'Aller à une lettre',
  empty: 'Le glossaire est encore vide.',
  programme: (name: string) => `La page du programme\u00a0: ${name}`,
  source: 'Source\u00a0:',
  sources: 'Sources\u00a0:',
};

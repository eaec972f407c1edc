/** Text of the search in French. */
export const searchFr = {
  title: 'Recherche',
  description: 'Chercher dans les nouvelles, les programmes, les pages et les sondages du site.',
  titleOf: (question: string) => `${question} – Recherche`,
  label: 'Que cherchez-vous\u202f?',
  hint: 'Un mot, une question ou un sigle.',
  submit: 'Rechercher',
  /** The way to the search, from every page. */
  open: 'Rechercher',
  one: (question: string) => `1 résultat pour «\u00a0${question}\u00a0»`,
  many: (count: string, question: string) => `${count} résultats pour «\u00a0${question}\u00a0»`,
  none: (question: string) => `Aucun résultat pour «\u00a0${question}\u00a0»`,
  some: 'Aucune page ne contient tous ces mots. Voici celles qui en contiennent une partie.',
  meant: 'Vouliez-vous dire',
  /** Ends that question, after the words. */
  meantEnd: '\u202f?',
  kinds: { article: 'Nouvelle', programme: 'Programme', page: 'Page', poll: 'Sondage', term: 'Définition' },
  /** Leads from a programme to the newest article on it. */
  read: 'Dernier article\u00a0:',
  pagination: 'Pages de résultats',
  page: (page: string, pages: string) => `Page\u00a0${page} sur ${pages}`,
  previous: 'Résultats précédents',
  next: 'Résultats suivants',
  tips: 'Pour trouver mieux',
  tipList: [
    'Essayez un seul mot, ou un mot plus simple.',
    'Un sigle et son nom au long donnent les mêmes résultats\u202f; les accents ne comptent pas.',
    'Le site ne parle peut-être pas encore de ce sujet\u00a0: les nouvelles sont aussi classées par sujet.',
  ],
  programmes: 'Par programme',
  topics: 'Par sujet',
  failed: 'Les résultats ne suivent plus ce que vous tapez. Appuyez sur «\u00a0Rechercher\u00a0».',
};

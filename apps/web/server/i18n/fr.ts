import type { Refusal } from '../refusals.ts';

export interface RefusalText {
  title: string;
  text: string;
}

/** What a visitor reads where the server answers without a page of the release. */
export const fr: Record<Refusal, RefusalText> = {
  malformed: { title: 'Adresse incorrecte', text: 'Cette adresse n’est pas écrite correctement.' },
  'not-found': { title: 'Page introuvable', text: 'Il n’y a rien à cette adresse.' },
  method: { title: 'Demande non admise', text: 'Cette page ne peut qu’être consultée.' },
  'cross-origin': {
    title: 'Envoi refusé',
    text: 'Cet envoi ne vient pas d’une page de ce site. Ouvrez la page vous-même, puis recommencez.',
  },
  'wrong-type': { title: 'Envoi illisible', text: 'Ce site ne lit que ce qu’envoient ses formulaires.' },
  gone: {
    title: 'Page retirée',
    text: 'Cette page a été retirée et ne reviendra pas. Ce qu’elle disait n’est peut-être plus vrai\u00a0: cherchez plutôt une nouvelle récente sur le même sujet.',
  },
  'too-large': {
    title: 'Envoi trop volumineux',
    text: 'Ce que vous envoyez dépasse la taille permise. Revenez à la page précédente et raccourcissez votre texte.',
  },
  'wrong-host': { title: 'Mauvais nom de site', text: 'Ce serveur ne répond pas sous ce nom.' },
  legal: {
    title: 'Page non disponible',
    text: 'Cette page ne peut être montrée pour une raison juridique. Le reste du site demeure ouvert.',
  },
  failed: {
    title: 'Une erreur de notre côté',
    text: 'La page n’a pas pu être préparée. Ce n’est pas votre faute. Réessayez dans un moment.',
  },
  'not-ready': {
    title: 'Le site démarre',
    text: 'Il sera là dans quelques secondes. Attendez un peu, puis réessayez.',
  },
};

/** What goes with any of them. */
export const aroundInFrench = {
  home: 'Page d’accueil',
  news: 'Nouvelles',
  search: 'Rechercher',
  again: 'Réessayer',
  /** Before the telephone number. */
  call: 'Besoin de parler à une personne\u202f? Appelez le',
  /** After something was sent, when it isn't known whether it arrived. */
  unsure:
    'Nous ne savons pas si votre envoi est arrivé. Revenez à la page précédente et envoyez-le de nouveau\u00a0: ce qui est déjà arrivé n’est pas compté deux fois.',
  /** After something was sent while nothing can be received. */
  unsent:
    'Votre envoi n’a pas été reçu. Revenez à la page précédente dans un moment, puis envoyez-le de nouveau.',
};

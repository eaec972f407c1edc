import type { Refusal } from '../refusals.ts';

export interface RefusalText {
  title: string;
  text: string;
}

/** What a visitor reads where the server answers without a page of the release. */
export const fr: Record<Refusal, RefusalText> = {
  malformed: { title: 'Adresse incorrecte', text: 'Cette adresse n’est pas écrite correctement.' },
  'not-found': { title: 'Page introuvable', text: 'Il n’y a rien à cette adresse.' },
  method: { title: 'Demande non admise', text: 'Cette page se lit seulement.' },
  'cross-origin': {
    title: 'Envoi refusé',
    text: 'Cet envoi ne vient pas d’une page de ce site. Ouvrez la page vous-même, puis recommencez.',
  },
  'wrong-type': { title: 'Envoi illisible', text: 'Ce site ne lit que ce qu’envoient ses formulaires.' },
  gone: { title: 'Page retirée', text: 'Cette page a été retirée et ne reviendra pas.' },
  'too-large': { title: 'Envoi trop volumineux', text: 'Ce que vous envoyez dépasse la taille permise.' },
  'wrong-host': { title: 'Mauvais nom de site', text: 'Ce serveur ne répond pas sous ce nom.' },
  legal: { title: 'Page non disponible', text: 'Cette page ne peut être montrée pour une raison juridique.' },
  failed: {
    title: 'Erreur de notre côté',
    text: 'La page n’a pas pu être préparée. Réessayez dans un moment.',
  },
  'not-ready': { title: 'Le site démarre', text: 'Réessayez dans quelques secondes.' },
};

export const homeInFrench = 'Page d’accueil';

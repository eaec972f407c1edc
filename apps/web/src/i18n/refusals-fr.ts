import type { RefusalCode } from '@passerelle/contracts';

/** What a visitor is told of a refusal: what happened, and what to do next. */
export interface RefusalWords {
  title: string;
  text: string;
}

const again = 'Vos réponses sont gardées\u00a0: envoyez-les de nouveau.';

/** Refusals of a form that are told alike, whatever the form is for. */
export const formRefusalsFr = {
  'too-large': {
    title: 'Envoi trop volumineux',
    text: 'Ce qui a été envoyé dépasse de loin ce formulaire. Recommencez à partir de la page.',
  },
  'wrong-type': {
    title: 'Envoi illisible',
    text: 'L’envoi n’est pas arrivé sous une forme que nous savons lire. Recommencez à partir de la page.',
  },
  'cross-origin': {
    title: 'Envoi d’un autre site',
    text: 'Ce formulaire ne peut venir que d’une page de ce site. Ouvrez la page vous-même, puis recommencez.',
  },
  expired: { title: 'Cette page a trop attendu', text: again },
  'too-fast': {
    title: 'C’était un peu trop vite',
    text: `L’envoi est arrivé plus vite qu’une personne ne peut lire. ${again}`,
  },
  trapped: {
    title: 'Un champ caché a été rempli',
    text: `Un champ qui doit rester vide a été rempli, sans doute par un outil du navigateur. ${again}`,
  },
  'proof-wrong': { title: 'La vérification n’a pas abouti', text: again },
  'key-reused': {
    title: 'Votre premier envoi était arrivé',
    text: 'Ce formulaire avait déjà été envoyé avec d’autres réponses. Pour envoyer celles-ci, envoyez-les de nouveau.',
  },
  'already-done': {
    title: 'C’est déjà confirmé',
    text: 'Ce lien a déjà servi. Vous n’avez rien d’autre à faire.',
  },
} satisfies Partial<Record<RefusalCode, RefusalWords>>;

import type { IssueRefusal } from '../domain/answers.ts';
import type { NewsletterAction } from '../domain/permissions.ts';

/** What the desk of the newsletter says of itself; French is the source. */
export const fr = {
  refusals: {
    'issue-in-other-state': 'Cet envoi a changé d’état entre-temps. Relisez la liste, puis recommencez.',
    'nothing-uncertain': 'Rien n’est incertain dans cet envoi.',
    'own-campaign':
      'Une autre personne que vous doit approuver cette campagne : vous l’avez écrite ou soumise.',
    'nothing-new': 'Il n’y a rien de nouveau depuis l’envoi précédent\u00a0: il ne partirait à personne.',
    'test-not-taken': 'Le serveur de courriel n’a pas pris l’essai. Recommencez dans quelques minutes.',
  } satisfies Record<IssueRefusal, string>,
  /** Permissions, as the settings of roles show them. */
  category: 'Infolettre',
  actions: {
    read: 'Voir les envois',
    steer: 'Approuver, suspendre, reprendre et annuler les envois',
  } satisfies Record<NewsletterAction, string>,
  role: {
    name: 'Responsable de l’infolettre',
    description: 'Suit les envois de l’infolettre, les approuve, les suspend et les reprend.',
  },
};

/** The same texts in another language. */
export type NewsletterDeskTexts = typeof fr;

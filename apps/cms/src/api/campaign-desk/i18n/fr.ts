import type { CampaignRefusal } from '../domain/answers.ts';

/** What the desk of campaigns says of itself; French is the source. */
export const fr = {
  refusals: {
    'campaign-unready':
      'Une vérification n’est pas passée\u00a0: lancez les vérifications, corrigez, puis recommencez.',
    'campaign-submitted': 'Cette campagne est déjà soumise. Annulez l’envoi pour la soumettre de nouveau.',
    'campaign-sent': 'Des abonnés ont déjà reçu cette campagne. Pour écrire de nouveau, dupliquez-la.',
    'time-past': 'Ce moment est passé\u00a0: choisissez-en un à venir.',
    'test-failed': 'Le serveur de courriel n’a pas pris l’essai. Recommencez dans un moment.',
  } satisfies Record<CampaignRefusal, string>,
};

/** The same texts in another language. */
export type CampaignDeskTexts = typeof fr;

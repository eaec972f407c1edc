import type { PersonRequestKind } from '@passerelle/contracts';

/** What mails about requests of persons say; French is the source. */
export const fr = {
  kinds: {
    access: 'Accès à vos renseignements',
    rectification: 'Rectification de vos renseignements',
    portability: 'Copie de vos renseignements dans un format courant',
    erasure: 'Effacement de vos renseignements',
    withdrawal: 'Retrait d’un consentement',
  } satisfies Record<PersonRequestKind, string>,
  confirm: {
    subject: 'Confirmez votre demande sur vos renseignements personnels',
    heading: 'Confirmez votre adresse',
    lead: 'Une demande sur des renseignements personnels nous a été faite avec cette adresse. Confirmez-la pour que nous y répondions\u00a0: rien n’est communiqué ni effacé avant.',
    button: 'Confirmer ma demande',
    expires:
      'Le lien vaut 7\u00a0jours. Nous répondons dans les 30\u00a0jours suivant la réception de votre demande.',
    notYou: 'Ce n’était pas vous\u00a0? Ne faites rien\u00a0: sans confirmation, la demande est oubliée.',
  },
  notice: {
    subject: (reference: string) => `Demande sur des renseignements personnels ${reference}`,
    heading: 'Une personne demande quelque chose sur ses renseignements',
    lead: (day: string) =>
      `L’adresse est confirmée. Une réponse est due au plus tard le ${day}. Ce courriel ne contient aucun renseignement personnel.`,
    button: 'Ouvrir l’administration',
  },
};

/** Every text of these mails, the same in each language. */
export type PersonRequestMailTexts = typeof fr;

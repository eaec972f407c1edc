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
  reminder: {
    subject: (reference: string) => `Rappel\u00a0: demande sur des renseignements personnels ${reference}`,
    heading: 'Une demande attend sa réponse',
    headingLate: 'Une demande est en retard',
    lead: (days: number, day: string) =>
      `Il reste ${days}\u00a0${days > 1 ? 'jours' : 'jour'} pour y répondre, jusqu’au ${day}. Ce courriel ne contient aucun renseignement personnel.`,
    leadLate: (day: string) =>
      `La réponse était due le ${day}. Faute de réponse, la demande est réputée refusée (RLRQ c.\u00a0P-39.1, art.\u00a032). Ce courriel ne contient aucun renseignement personnel.`,
  },
  received: {
    subject: (reference: string) => `Nous avons reçu votre demande ${reference}`,
    heading: 'Votre demande est inscrite',
    lead: (day: string) =>
      `Votre adresse est confirmée. La personne responsable de la protection des renseignements personnels vous répond par écrit au plus tard le ${day}.`,
    questions: 'Pour toute question, répondez à ce courriel en donnant la référence.',
  },
  extended: {
    subject: (reference: string) => `Votre demande ${reference}\u00a0: nouveau délai`,
    heading: 'Notre réponse prendra plus de temps',
    lead: (day: string) =>
      `La Commission d’accès à l’information a prolongé notre délai\u00a0: nous vous répondons au plus tard le ${day}. Voici sa décision et le motif\u00a0:`,
    recourse:
      'Sans réponse ce jour-là, votre demande est réputée refusée\u00a0: vous avez alors 30\u00a0jours pour demander par écrit à la Commission d’accès à l’information d’examiner la mésentente (RLRQ c.\u00a0P-39.1, art.\u00a032, 42, 43 et 46)\u00a0: www.cai.gouv.qc.ca.',
  },
  answered: {
    subject: (reference: string) => `Réponse à votre demande ${reference}`,
    heading: 'Voici notre réponse',
    lead: 'La personne responsable de la protection des renseignements personnels vous répond\u00a0:',
    fetch:
      'Vos renseignements ne voyagent pas par courriel. Vous les recevez sur notre site, en un fichier ZIP qui contient un PDF, un tableau, les données elles-mêmes et vos fichiers. Le lien vaut 14\u00a0jours et sert cinq fois au plus\u202f; ne le transmettez à personne.',
    button: 'Recevoir mes renseignements',
  },
  refused: {
    subject: (reference: string) => `Réponse à votre demande ${reference}`,
    heading: 'Nous ne pouvons pas y donner suite',
    lead: 'Voici la disposition de la loi sur laquelle ce refus s’appuie, et son motif.',
    provision: (provision: string) => `Disposition\u00a0: ${provision}`,
    reason: 'Motif\u00a0:',
    help: 'Nous vous aidons à comprendre ce refus si vous le demandez\u00a0: répondez à ce courriel. Ce que la demande vise est conservé le temps d’épuiser vos recours (art.\u00a036).',
    recourse:
      'Si vous n’êtes pas d’accord, vous pouvez demander par écrit à la Commission d’accès à l’information d’examiner la mésentente, dans les 30\u00a0jours suivant cette réponse (RLRQ c.\u00a0P-39.1, art.\u00a042 et 43)\u00a0: www.cai.gouv.qc.ca.',
  },
  erased: {
    subject: (reference: string) => `Vos renseignements sont effacés (${reference})`,
    heading: 'Vos renseignements sont effacés',
    lead: 'Tout ce que nous pouvions retrouver au moyen de votre adresse est effacé\u00a0: demandes, réponses, fichiers, abonnement, contenu des courriels.',
    left: 'Nous gardons seulement une empreinte de votre adresse, qui prouve vos consentements et cet effacement sans dire qui vous êtes. Les copies de sauvegarde sont détruites à leur terme.',
    last: 'Ce courriel est le dernier\u00a0: votre adresse n’y est pas conservée une fois qu’il est parti.',
  },
};

/** Every text of these mails, the same in each language. */
export type PersonRequestMailTexts = typeof fr;

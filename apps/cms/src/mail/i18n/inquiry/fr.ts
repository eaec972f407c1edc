import type { ReplyKind } from '@passerelle/contracts';

/** What mails about an inquiry say; French is the source. */
export const fr = {
  reference: 'Référence',
  received: {
    subject: (reference: string) => `Votre demande ${reference} est bien reçue`,
    heading: 'Votre demande est bien reçue',
    lead: 'Gardez cette référence\u00a0: elle suffit pour nous reparler de votre demande, sans redire ce que vous avez écrit.',
    nextTitle: 'La suite',
    next: (days: number) =>
      `Une personne de notre équipe lit votre demande. D’ordinaire, nous répondons en ${days} ${days > 1 ? 'jours ouvrables' : 'jour ouvrable'}.`,
    reachTitle: 'Parler à quelqu’un',
    reach:
      'Notre téléphone et notre courriel sont au bas de ce message. Si un délai court (statut qui expire, renvoi, refus à contester), appelez plutôt que d’attendre notre réponse.',
    limitsTitle: 'À savoir',
    limits:
      'Votre demande ne fait pas de vous notre client\u00a0: seul un contrat écrit et signé le fait. N’envoyez par courriel ni numéro d’assurance sociale, ni passeport, ni carte bancaire.',
  },
  confirm: {
    subject: 'Confirmez votre demande',
    heading: 'Une dernière étape',
    lead: 'Une demande nous a été envoyée avec cette adresse. Confirmez-la pour que nous la lisions.',
    button: 'Confirmer ma demande',
    expires: 'Le lien vaut 48\u00a0heures.',
    notYou: 'Ce n’était pas vous\u00a0? Ne faites rien\u00a0: sans confirmation, la demande est effacée.',
  },
  continue: {
    subject: 'Reprendre votre démarche',
    heading: 'Reprenez où vous en étiez',
    lead: 'Vous avez demandé ce lien pour continuer plus tard. Vos réponses vous attendent.',
    button: 'Reprendre ma démarche',
    moves:
      'Le lien ouvre votre brouillon sur l’appareil où vous le suivez\u202f; il quitte alors le précédent. Ne transférez ce courriel à personne\u00a0: il donne accès à vos réponses.',
    expires: 'Il vaut 14\u00a0jours. Si vous demandez un autre lien, celui-ci ne sert plus.',
    notYou: 'Ce n’était pas vous\u202f? Ne faites rien\u00a0: le brouillon s’efface de lui-même.',
  },
  files: {
    subject: (reference: string) => `Des documents pour votre demande ${reference}`,
    heading: 'Envoyez-nous vos documents',
    lead: 'Pour avancer dans votre demande, nous avons besoin de documents. Vous pouvez les envoyer par une page protégée, plutôt que par courriel.',
    kinds: (most: number) =>
      `Jusqu’à ${most} ${most > 1 ? 'fichiers' : 'fichier'}, de 10\u00a0Mo au plus chacun\u00a0: PDF, photo (JPEG, PNG, HEIC) ou document Word sans macros.`,
    button: 'Envoyer mes documents',
    expires:
      'Le lien vaut 14\u00a0jours. Il n’est qu’à vous\u00a0: ne le transférez à personne. Si un nouveau lien vous est envoyé, celui-ci ne sert plus.',
    safety:
      'Chaque fichier est chiffré, puis vérifié par un antivirus avant qu’une personne de notre équipe l’ouvre.',
  },
  notice: {
    subject: (reference: string) => `Nouvelle demande ${reference}`,
    heading: 'Une nouvelle demande',
    lead: 'Une demande attend au bureau. Ce courriel ne contient aucun renseignement personnel.',
    button: 'Ouvrir la demande',
  },
  late: {
    subject: (count: number) =>
      count > 1 ? `${count} demandes sont en retard` : 'Une demande est en retard',
    heading: 'Le délai de réponse est dépassé',
    lead: 'Ces demandes attendent une réponse depuis plus longtemps que promis.',
    more: (count: number) => `Et ${count} de plus\u00a0: la liste «\u00a0En retard\u00a0» les a toutes.`,
    button: 'Ouvrir la liste des demandes',
  },
  reply: {
    subject: (subject: string, reference: string) => `${subject} [${reference}]`,
    signOff: 'Cordialement,',
    kinds: {
      information:
        'Ce message donne une information générale. Il ne se prononce pas sur votre situation et ne remplace pas un conseil.',
      advice: 'Ce conseil a été approuvé par une personne titulaire d’un permis avant son envoi.',
    } satisfies Record<ReplyKind, string>,
    noContract: 'Seul un contrat écrit et signé crée une relation de client.',
  },
};

/** Every text of these mails, the same in each language. */
export type InquiryMailTexts = typeof fr;

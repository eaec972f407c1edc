import type { FileRefusal } from '@passerelle/contracts';

/** Textes de la page où l’on envoie des fichiers, sur invitation. */
export const filesFr = {
  title: 'Envoyer des documents',
  description: 'La page où les personnes invitées par notre équipe envoient leurs documents.',
  lead: 'Notre équipe vous a demandé des documents pour votre demande. Envoyez-les un à la fois.',
  left: (count: number) =>
    count > 1 ? `Vous pouvez encore envoyer ${count} fichiers.` : 'Vous pouvez encore envoyer un fichier.',
  until: (day: string) => `Le lien est valable jusqu’au ${day}.`,
  field: 'Votre fichier',
  hint: 'PDF, JPEG, PNG, HEIC ou Word (.docx) sans macros, 10\u00a0Mo au plus. N’envoyez que ce qui vous a été demandé.',
  button: 'Envoyer ce fichier',
  received: 'Votre fichier est bien arrivé.',
  safety:
    'Il est chiffré. Un antivirus le vérifie avant qu’une personne de notre équipe puisse l’ouvrir. Il est effacé avec votre demande.',
  missing: 'Choisissez un fichier.',
  full: 'Tous les fichiers demandés sont arrivés. Vous n’avez plus rien à faire.',
  away: 'L’envoi est impossible pour le moment. Rien n’a été gardé\u00a0: recommencez dans quelques minutes.',
  call: 'Vous pouvez aussi nous téléphoner\u00a0:',
  refusals: {
    'invitation-unknown':
      'Ce lien n’est pas valable. Vérifiez qu’il est complet, ou demandez-nous-en un autre.',
    'invitation-ended': 'Ce lien n’est plus valable. Demandez-nous-en un autre.',
    'too-many': 'Tous les fichiers demandés sont déjà arrivés.',
    'too-large': 'Ce fichier dépasse 10\u00a0Mo. Réduisez-le ou envoyez-le en plusieurs parties.',
    empty: 'Ce fichier est vide. Choisissez-en un autre.',
    kind: 'Ce n’est ni un PDF, ni une photo JPEG, PNG ou HEIC, ni un document Word (.docx). Choisissez un autre fichier.',
    macros: 'Ce document contient des macros ou un programme. Enregistrez-le en PDF, puis envoyez le PDF.',
    archive: 'Ce document ne peut pas être vérifié. Enregistrez-le en PDF, puis envoyez le PDF.',
  } satisfies Record<FileRefusal, string>,
};

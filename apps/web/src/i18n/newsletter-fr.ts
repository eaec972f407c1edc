import type { Frequency, RefusalCode } from '@passerelle/contracts';
import { formRefusalsFr, type RefusalWords } from './refusals-fr.ts';

const refusals: Record<RefusalCode, RefusalWords> = {
  ...formRefusalsFr,
  invalid: {
    title: 'Votre envoi est à revoir',
    text: 'Une réponse n’a pas la forme attendue. Corrigez-la, puis envoyez de nouveau.',
  },
  'too-many': {
    title: 'Trop d’envois depuis votre réseau',
    text: 'Beaucoup d’envois viennent d’arriver du même réseau que le vôtre. Attendez une dizaine de minutes, puis recommencez.',
  },
  'unknown-subject': {
    title: 'Ce lien n’est pas connu',
    text: 'Il est incomplet, ou trop ancien. Ouvrez-le de nouveau depuis le courriel, en entier.',
  },
  'not-open': { title: 'Pas encore', text: 'L’infolettre n’est pas encore ouverte aux abonnements.' },
  closed: {
    title: 'Cet abonnement a pris fin',
    text: 'Pour recevoir l’infolettre de nouveau, abonnez-vous comme la première fois.',
  },
  unavailable: {
    title: 'Rien n’a pu être enregistré',
    text: 'Un problème de notre côté empêche l’enregistrement. Réessayez dans quelques minutes.',
  },
};

const frequencies: Record<Frequency, string> = {
  instant: 'Dès qu’un article paraît',
  daily: 'Une fois par jour',
  weekly: 'Une fois par semaine',
  monthly: 'Une fois par mois',
};

/** Texts of the newsletter's pages. French is the source: English satisfies its shape. */
export const newsletterFr = {
  title: 'Infolettre',
  description: 'Les nouvelles de l’immigration, vérifiées, dans votre boîte de courriel.',
  lead: 'Les nouvelles que nous avons vérifiées, par courriel, aussi souvent que vous le voulez. S’il n’y a rien de nouveau, rien n’est envoyé.',
  form: {
    email: 'Votre courriel',
    emailHint: 'Nous y enverrons un lien pour confirmer. Rien d’autre n’est envoyé avant.',
    topics: 'Sujets (facultatif)',
    topicsHint: 'Ne cochez rien pour les recevoir tous.',
    frequency: 'Fréquence',
    frequencies,
    asker: (name: string, address: string) =>
      `Ce consentement vous est demandé par ${name}, ${address}. Pour nous joindre\u00a0:`,
    or: 'ou',
    withdrawal:
      'Vous pouvez le retirer en tout temps, par le lien de chaque envoi, par écrit ou de vive voix.',
    submit: 'M’abonner',
    suggestion: (address: string) => `Vouliez-vous écrire ${address}\u202f?`,
    take: (address: string) => `Utiliser ${address}`,
    keep: 'Si votre adresse est bien écrite, envoyez de nouveau.',
  },
  faults: {
    emailMissing: 'Écrivez votre adresse de courriel.',
    emailWrong: 'Cette adresse n’est pas complète. Exemple\u00a0: nom@exemple.ca',
    frequency: 'Choisissez une fréquence.',
    topics: 'Choisissez parmi les sujets offerts.',
    consent: 'Cochez la case pour que nous ayons votre consentement.',
    erase: (word: string) => `Écrivez ${word} pour confirmer.`,
  },
  sent: {
    title: 'Regardez vos courriels',
    text: 'Si cette adresse peut être abonnée, un courriel y arrive dans quelques minutes. Il contient un bouton pour confirmer\u202f; sans ce geste, rien ne vous sera envoyé.',
    nothing:
      'Rien n’arrive\u202f? Regardez dans les indésirables, puis vérifiez l’adresse. Une même adresse reçoit au plus un de ces courriels par dix\u00a0minutes.',
    again: 'Écrire une autre adresse',
  },
  confirm: {
    title: 'Confirmer',
    text: 'Un dernier geste\u00a0: appuyez sur le bouton pour confirmer cette adresse.',
    button: 'Confirmer',
    done: 'C’est confirmé',
    doneText:
      'L’infolettre arrivera à cette adresse. Un courriel de bienvenue vous donne le lien pour tout régler.',
    expired: 'Ce lien ne sert plus',
    expiredText: 'Il est bon pendant sept\u00a0jours. Abonnez-vous de nouveau pour en recevoir un autre.',
  },
  unsubscribe: {
    title: 'Se désabonner',
    text: 'Appuyez sur le bouton pour ne plus recevoir l’infolettre à cette adresse.',
    button: 'Me désabonner',
    rather: 'Recevoir moins souvent, ou faire une pause',
    done: 'L’abonnement a pris fin',
    doneText: 'L’infolettre ne sera plus envoyée à cette adresse, même si un envoi était en préparation.',
  },
  received: {
    title: 'C’est reçu',
    text: 'Votre demande est reçue et sera traitée dans quelques minutes. Vous n’avez rien d’autre à faire.',
  },
  manage: {
    title: 'Mon abonnement',
    address: (masked: string) => `Abonnement de ${masked}`,
    paused: (day: string) => `En pause jusqu’au ${day}.`,
    waiting: (masked: string) =>
      `La nouvelle adresse, ${masked}, attend d’être confirmée\u00a0: un lien y a été envoyé.`,
    preferences: 'Sujets, programmes, fréquence et langue',
    programmes: 'Programmes (facultatif)',
    programmesHint:
      'Ne cochez rien pour tout recevoir. Les nouvelles qui ne touchent aucun programme en particulier vous viennent toujours.',
    language: 'Langue',
    languages: { 'fr-CA': 'Français', 'en-CA': 'English (anglais)' },
    pause: 'Pause',
    pauses: {
      none: 'Pas de pause',
      keep: 'Garder la pause actuelle',
      14: 'Deux semaines',
      30: 'Un mois',
      90: 'Trois mois',
    },
    save: 'Enregistrer',
    newAddress: 'Changer d’adresse',
    newAddressLabel: 'Nouvelle adresse de courriel',
    newAddressHint: 'Nous y enverrons un lien de confirmation. D’ici là, rien ne change.',
    newAddressButton: 'Envoyer le lien',
    data: 'Mes données',
    dataText:
      'Tout ce que nous gardons de votre abonnement, avec vos consentements, leur texte et les envois reçus, dans un fichier JSON.',
    dataButton: 'Télécharger mes données',
    dataFile: 'infolettre-mes-donnees.json',
    end: 'Mettre fin à l’abonnement',
    endLink: 'Me désabonner',
    erase: 'Effacer mes données',
    eraseText:
      'L’abonnement prend fin et votre adresse est effacée. Seule reste la preuve des consentements, sans votre adresse.',
    eraseWord: 'EFFACER',
    eraseLabel: (word: string) => `Écrivez ${word} pour confirmer`,
    eraseButton: 'Tout effacer',
    done: {
      preferences: 'Vos préférences sont enregistrées.',
      address: 'Un lien de confirmation est en route vers la nouvelle adresse.',
      erase: 'Vos données sont effacées.',
    },
    ended: 'Cet abonnement a pris fin\u00a0: rien n’est envoyé à cette adresse.',
    gone: 'Nous ne gardons plus rien de cet abonnement, et rien n’est envoyé.',
    unknown: 'Ce lien n’est pas connu. Ouvrez-le de nouveau depuis le plus récent courriel, en entier.',
    away: 'Vos préférences ne peuvent être lues pour l’instant. Réessayez dans quelques minutes.',
    subscribe: 'M’abonner à l’infolettre',
  },
  refusals,
};

import type { PersonRequestKind, RefusalCode } from '@passerelle/contracts';
import { formRefusalsFr, type RefusalWords } from './refusals-fr.ts';

const refusals: Record<RefusalCode, RefusalWords> = {
  ...formRefusalsFr,
  invalid: {
    title: 'Votre demande est à revoir',
    text: 'Une réponse n’a pas la forme attendue. Corrigez-la, puis envoyez de nouveau.',
  },
  'too-many': {
    title: 'Trop d’envois depuis votre réseau',
    text: 'Beaucoup d’envois viennent d’arriver du même réseau que le vôtre. Attendez une dizaine de minutes, ou téléphonez-nous.',
  },
  'unknown-subject': {
    title: 'Ce lien n’est pas connu',
    text: 'Il est incomplet, ou trop ancien. Ouvrez-le de nouveau depuis le courriel, en entier, ou refaites la demande.',
  },
  'not-open': {
    title: 'Ce formulaire n’est pas encore ouvert',
    text: 'Écrivez ou téléphonez à la personne responsable, nommée au bas de chaque page.',
  },
  closed: { title: 'Cette demande est fermée', text: 'Elle a reçu sa réponse.' },
  unavailable: {
    title: 'Rien n’a pu être enregistré',
    text: 'Un problème de notre côté empêche l’enregistrement. Réessayez dans quelques minutes, ou téléphonez-nous.',
  },
};

const kinds: Record<PersonRequestKind, { label: string; hint: string }> = {
  access: { label: 'Voir ce que vous avez sur moi', hint: 'Une copie lisible de tout ce qui s’y trouve.' },
  rectification: {
    label: 'Corriger un renseignement',
    hint: 'Dites ci-dessous ce qui est faux, et ce qui est juste.',
  },
  portability: {
    label: 'Recevoir mes renseignements dans un format courant',
    hint: 'Un fichier qu’un autre système peut lire.',
  },
  erasure: {
    label: 'Faire effacer mes renseignements',
    hint: 'Ce que la loi nous oblige à garder reste, et nous disons pourquoi.',
  },
  withdrawal: { label: 'Retirer un consentement', hint: 'Dites ci-dessous lequel. C’est sans frais.' },
};

/** Texts of the pages on which persons ask about their data. French is the source: English satisfies its shape. */
export const personRequestFr = {
  title: 'Vos renseignements personnels',
  description:
    'Voir, corriger, recevoir ou faire effacer ce que nous conservons sur vous, ou retirer un consentement.',
  lead: 'Voyez, corrigez, recevez ou faites effacer ce que nous conservons sur vous. C’est gratuit, et nous répondons dans les 30\u00a0jours (RLRQ, c.\u00a0P-39.1, art.\u00a032).',
  steps:
    'Nous vous enverrons d’abord un lien pour confirmer que l’adresse est la vôtre. Rien n’est communiqué ni effacé avant.',
  collected:
    'Ce que vous écrivez ici sert à répondre à cette demande et à rien d’autre. C’est gardé chiffré, pendant deux ans après la réponse.',
  kind: 'Que voulez-vous faire\u202f?',
  kinds,
  name: 'Votre nom',
  email: 'Votre courriel',
  emailHint:
    'L’adresse que vous nous aviez donnée\u00a0: c’est par elle que nous retrouvons vos renseignements.',
  message: 'Précisions',
  messageHint: 'N’écrivez ni numéro d’assurance sociale, ni numéro de passeport.',
  submit: 'Envoyer la demande',
  faults: {
    kind: 'Choisissez ce que vous voulez faire.',
    nameMissing: 'Écrivez votre nom.',
    nameWrong: 'Le nom a plus de 120\u00a0caractères, ou un caractère que nous ne savons pas lire.',
    emailMissing: 'Écrivez votre courriel.',
    emailWrong: 'Ce n’est pas une adresse de courriel\u00a0: il y faut un @ et un nom de domaine.',
    message: 'Les précisions ont plus de 2\u00a0000 caractères, ou un caractère que nous ne savons pas lire.',
  },
  sent: {
    title: 'Regardez vos courriels',
    text: 'Si l’adresse est juste, un lien vous y attend. Il vaut 7\u00a0jours\u00a0: suivez-le pour que nous commencions.',
    nothing: 'Rien reçu\u202f? Regardez dans le courrier indésirable, puis vérifiez l’adresse.',
    again: 'Refaire la demande',
  },
  confirm: {
    title: 'Confirmez votre demande',
    text: 'Appuyez sur le bouton pour confirmer que cette adresse est la vôtre et que la demande vient de vous.',
    button: 'Confirmer ma demande',
    done: 'Votre demande est confirmée',
    doneText:
      'La personne responsable vous répond dans les 30\u00a0jours suivant la réception de votre demande.',
    reference: 'Votre référence',
    received: 'Votre confirmation est bien reçue',
    receivedText: 'Elle sera traitée dans quelques instants. Vous n’avez rien d’autre à faire.',
  },
  receive: {
    title: 'Recevoir vos renseignements',
    text: 'Tout ce que nous conservons sur vous, en un fichier ZIP\u00a0: un PDF à lire, un tableau, les données elles-mêmes et les fichiers que vous nous aviez envoyés.',
    care: 'Faites-le sur un appareil qui est le vôtre. Le lien sert cinq fois au plus.',
    button: 'Télécharger le fichier ZIP',
    gone: 'Ce lien ne donne plus rien',
    goneText:
      'Il vaut 14\u00a0jours et sert cinq fois au plus. S’il vous le faut encore, faites une nouvelle demande.',
    away: 'Le fichier ne peut pas être préparé maintenant',
    awayText: 'Réessayez dans quelques minutes\u00a0: ce lien reste bon.',
  },
  refusals,
};

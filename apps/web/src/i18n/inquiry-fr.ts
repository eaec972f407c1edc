import type { RefusalCode } from '@passerelle/contracts';

/** What is wrong with what was typed; each leads to its field. */
const faults = {
  'message-missing': 'Écrivez votre question ou décrivez votre situation.',
  'message-long': 'Raccourcissez votre message\u00a0: 5\u00a0000 caractères au plus.',
  'federal-needed':
    'Cochez la case si votre demande relève du gouvernement du Canada. Pour un programme du Québec, nous ne pouvons pas la recevoir en ce moment\u00a0: appelez-nous.',
  'name-missing': 'Écrivez votre nom.',
  'name-long': 'Raccourcissez votre nom\u00a0: 120 caractères au plus.',
  'email-missing': 'Écrivez votre adresse de courriel.',
  'email-wrong': 'Écrivez une adresse de courriel complète, comme visiteur@exemple.example.',
  'telephone-wrong':
    'Écrivez un numéro de téléphone complet, avec l’indicatif du pays s’il n’est pas au Canada, comme +33\u00a06\u00a012\u00a034\u00a056\u00a078.',
  'telephone-needed': 'Écrivez le numéro de téléphone auquel vous joindre, ou choisissez le courriel.',
  'reach-missing': 'Choisissez comment vous joindre.',
  'country-unknown': 'Choisissez un pays de la liste.',
  'deadline-partial': 'Écrivez le jour, le mois et l’année, ou laissez les trois champs vides.',
  'deadline-unreal': 'Cette date n’existe pas. Écrivez-la en chiffres, comme 27\u00a03\u00a02027.',
  'deadline-far': 'Vérifiez l’année\u00a0: cette date est très loin d’aujourd’hui.',
  'consent-needed': 'Cochez la case pour que nous puissions recevoir votre demande, ou appelez-nous.',
  'transfer-needed':
    'Cochez la case pour que vos renseignements puissent être communiqués hors du Québec, ou appelez-nous.',
};

/** Why a request wasn't taken; the answers are kept. */
const kept = 'Vos réponses sont gardées.';
const generic = `${kept} Envoyez de nouveau votre demande, ou appelez-nous.`;
const refusals: Record<RefusalCode, string> = {
  invalid: `Une réponse n’a pas été acceptée. ${kept} Vérifiez-les, puis envoyez de nouveau, ou appelez-nous.`,
  'too-large': `La demande est trop longue. ${kept} Raccourcissez votre message, puis envoyez de nouveau.`,
  'wrong-type': generic,
  'cross-origin': generic,
  expired: `Cette page est restée ouverte trop longtemps. ${kept} Envoyez de nouveau votre demande.`,
  'too-fast': `C’était un peu trop vite pour nous. ${kept} Envoyez de nouveau votre demande.`,
  trapped: `Un champ qui doit rester vide a été rempli, sans doute par un outil du navigateur. ${kept} Envoyez de nouveau votre demande.`,
  'too-many': `Beaucoup de demandes viennent d’arriver du même réseau que le vôtre. ${kept} Attendez une dizaine de minutes, ou appelez-nous.`,
  'proof-wrong': `La vérification demandée à votre navigateur n’a pas abouti. ${kept} Envoyez de nouveau votre demande.`,
  'key-reused':
    'Cette demande nous est déjà parvenue, avec d’autres réponses\u00a0: c’est le premier envoi qui vaut. Sa référence arrive par courriel. Pour le corriger, appelez-nous.',
  'unknown-subject': generic,
  'not-open': generic,
  closed: generic,
  'already-done': 'Cette demande nous est déjà parvenue. Sa référence arrive par courriel.',
  unavailable: `Une panne de notre côté nous empêche de recevoir votre demande\u00a0: elle n’est pas envoyée. ${kept} Réessayez dans quelques minutes, ou appelez-nous.`,
};

/** Texts of the inquiry in French. */
export const inquiryFr = {
  title: 'Pour poser vos questions ou débuter votre démarche',
  crumb: 'Votre démarche',
  description:
    'Quelques questions, une à la fois, puis votre message au cabinet. Gratuit, sans engagement, en français ou en anglais.',
  general: 'Information générale, et non un avis sur votre admissibilité.',
  private: 'Un site privé, pas celui d’un gouvernement. Une demande n’engage à rien.',
  noQuebec:
    'Nous n’acceptons pas de mandat pour les programmes du Québec en ce moment. Pour le gouvernement du Canada, nous vous répondons.',
  next: 'Continuer',
  startAgain: 'Revenir à la première question',
  erase: 'Effacer mes réponses',
  resume: 'Reprendre où vous en étiez',
  choose: 'Choisissez une réponse pour continuer.',
  cookie:
    'Votre première réponse dépose un témoin (cookie)\u00a0: il garde votre brouillon, chiffré, pendant 14 jours.',
  call: (telephone: string) => `Appeler le ${telephone}`,
  callTitle: 'Parler à une personne',
  urgentFirst: 'Ne tardez pas\u00a0: appelez avant d’écrire',
  write: 'Écrire quand même',
  addresses: 'Où vous adresser',
  readOn: (day: string) => `Coordonnées vérifiées le ${day}`,
  home: 'Aller à l’accueil',

  steps: {
    message: 'Votre question',
    contact: 'Vos coordonnées',
    deadline: 'Une date limite',
    consents: 'Votre accord',
    check: 'Vérification',
    sent: 'Demande envoyée',
  },

  message: {
    title: 'Quelle est votre question, ou votre situation\u202f?',
    label: 'Votre message',
    hint: 'Quelques phrases suffisent, 5\u00a0000 caractères au plus. N’écrivez ni numéro d’assurance sociale, ni numéro de passeport, ni identifiant unique de client, ni numéro de carte.',
    federal: 'Ma demande relève du gouvernement du Canada, et non d’un programme du Québec',
    federalHint:
      'Par exemple un permis d’études ou de travail, un visa ou la citoyenneté, où que vous viviez. Ce que vous écrivez reste gardé, même si vous ne cochez pas.',
    maskedTitle: 'Nous avons masqué un numéro',
    masked:
      'Votre message semblait contenir un numéro personnel (assurance sociale, passeport, identifiant unique de client ou carte). Il est remplacé par des points et n’a été ni gardé ni envoyé. Relisez votre message, puis continuez.',
  },
  contact: {
    title: 'Comment vous joindre\u202f?',
    name: 'Votre nom',
    nameHint: 'Comme vous aimeriez qu’on vous appelle.',
    email: 'Adresse de courriel',
    emailHint: 'La référence de votre demande y sera envoyée.',
    telephone: 'Téléphone',
    telephoneHint: 'Avec l’indicatif du pays s’il n’est pas au Canada.',
    reach: 'Comment préférez-vous qu’on vous réponde\u202f?',
    reaches: { email: 'Par courriel', telephone: 'Par téléphone' },
    country: 'Pays où vous vivez',
  },
  deadline: {
    title: 'Devez-vous faire quelque chose avant une date\u202f?',
    label: 'Date limite',
    hint: 'Par exemple la fin d’un permis, ou le dernier jour pour répondre à une lettre\u00a0: 27\u00a03\u00a02027. Laissez vide s’il n’y en a pas.',
  },
  consents: {
    title: 'Votre accord',
    newsletterHint: 'Facultatif',
    notice: 'Ce que nous recueillons, et pourquoi',
  },
  check: {
    title: 'Vérifiez vos réponses',
    answers: 'Votre situation',
    change: 'Modifier',
    changeOf: (what: string) => `Modifier\u00a0: ${what}`,
    none: 'Aucune',
    notGiven: 'Non précisé',
    send: 'Envoyer ma demande',
    urgentTitle: 'Cette date est proche',
    urgent: 'Envoyez votre demande, et appelez-nous aussi\u00a0: nous pourrons réagir plus vite.',
    refusedTitle: 'La demande n’est pas envoyée',
    yes: 'Oui',
    no: 'Non',
    newsletter: 'Infolettre',
    transfer: 'Renseignements communiqués hors du Québec',
  },
  sent: {
    title: 'Votre demande est envoyée',
    received: 'Votre demande est reçue, en traitement',
    confirm: 'Encore un geste\u00a0: confirmez par courriel',
    reference: 'Votre référence',
    referenceText: 'Gardez-la\u00a0: elle nous permet de retrouver votre demande. Un courriel vous la redit.',
    receivedText:
      'Elle est gardée en sûreté. Notre système central la traitera dès qu’il répondra, et la référence arrivera par courriel. N’envoyez rien de nouveau.',
    confirmText: (email: string) =>
      `Un courriel part vers ${email}. Suivez son lien pour confirmer votre demande\u00a0: sans cela, nous ne pouvons pas la traiter.`,
    nextTitle: 'Et maintenant\u202f?',
    next: [
      'Une personne du cabinet lit votre demande et vous répond, en général en deux jours ouvrables.',
      'Elle vous dit si le cabinet peut vous aider, comment et à quel prix.',
      'Rien ne vous engage avant un contrat signé.',
    ],
    copy: 'Ce que vous avez envoyé',
    print: 'Cette page peut être imprimée. Elle reste à cette adresse, dans ce navigateur, pendant un jour.',
    erase: 'Effacer cette copie de ce navigateur',
    another: 'Faire une autre demande',
  },
  /** The page behind the link in the mail that asks to confirm. */
  confirm: {
    ask: {
      title: 'Confirmez votre demande',
      text: 'Un geste suffit\u00a0: il nous dit que cette adresse de courriel est la vôtre et que la demande vient de vous.',
    },
    done: {
      title: 'Votre demande est confirmée',
      text: 'Elle est entre les mains du cabinet.',
    },
    received: {
      title: 'Votre confirmation est reçue, en traitement',
      text: 'Elle est gardée en sûreté et comptera dès que notre système central répondra. Vous n’avez rien d’autre à faire.',
    },
    unknown: {
      title: 'Ce lien ne mène plus à une demande',
      text: 'Il est peut-être incomplet, ou trop ancien. Faites une nouvelle demande, ou appelez-nous.',
    },
    button: 'Confirmer ma demande',
    refusedTitle: 'La demande n’est pas encore confirmée',
    again: 'Confirmez de nouveau, ou appelez-nous.',
    later: 'Réessayez dans une dizaine de minutes, ou appelez-nous.',
  },
  later: {
    offer: 'Continuer plus tard',
    title: 'Continuer plus tard, où vous voulez',
    text: 'Écrivez votre adresse\u00a0: un courriel vous mènera à vos réponses, sur cet appareil ou un autre. Ce lien est à vous seul et vaut 14\u00a0jours.',
    hint: 'Elle ne sert qu’à envoyer ce lien.',
    button: 'M’envoyer le lien',
    mailed: 'Le lien est en route',
    mailedText: (email: string) => `Un courriel part vers ${email}. Son lien rouvre vos réponses.`,
    mailedRest:
      'Vous pouvez fermer cette page. Si le lien est suivi sur un autre appareil, vos réponses ne seront plus que là-bas.',
    againTitle: 'Rien reçu, ou mauvaise adresse\u202f?',
    again: 'Envoyer un nouveau lien',
    cookie: 'Sur cet appareil, vos réponses vous attendent aussi sans lien, pendant 14\u00a0jours.',
    refusedTitle: 'Le lien n’est pas envoyé',
    refusals: {
      'too-many':
        'Beaucoup de demandes viennent d’arriver du même réseau que le vôtre. Vos réponses sont gardées. Attendez une dizaine de minutes.',
      unavailable:
        'Une panne de notre côté. Vos réponses sont gardées dans ce navigateur\u00a0: réessayez dans quelques minutes.',
      again: 'Vos réponses sont gardées. Envoyez de nouveau votre adresse.',
    },
  },
  /** The page behind the link in the mail to go on later. */
  resumed: {
    ask: {
      title: 'Reprendre votre démarche',
      text: 'Vos réponses s’ouvrent sur cet appareil, et ne seront plus accessibles depuis le précédent.',
    },
    unknown: {
      title: 'Ce lien ne mène plus à un brouillon',
      text: 'Un lien vaut 14\u00a0jours, et cesse quand vous en demandez un autre ou effacez vos réponses. Recommencez, ou appelez-nous.',
    },
    closed: {
      title: 'Le brouillon ne peut pas être ouvert pour le moment',
      text: 'Une panne de notre côté. Vos réponses sont gardées\u00a0: suivez de nouveau le lien dans quelques minutes, ou appelez-nous.',
    },
    other:
      'Ce navigateur garde déjà un autre brouillon\u00a0: il ne sera plus accessible si vous ouvrez celui-ci.',
    button: 'Ouvrir mes réponses',
  },
  lost: {
    title: 'Nous ne retrouvons pas vos réponses',
    text: 'Un brouillon s’efface 14 jours après le dernier changement. Si vous venez de répondre, votre navigateur refuse peut-être les témoins (cookies) de ce site\u00a0: acceptez-les pour continuer, ou appelez-nous. Si vous les avez rouvertes ailleurs par un lien reçu par courriel, elles ne sont plus que là-bas.',
  },
  closed: {
    title: 'Le formulaire n’est pas ouvert pour le moment',
    text: 'Appelez-nous ou écrivez-nous\u00a0: une personne vous répond pendant les heures d’ouverture. Si vous aviez commencé, vos réponses sont gardées.',
  },
  missing: {
    title: 'Cette étape n’existe plus',
    text: 'Les questions ont peut-être changé. Reprenez au début\u00a0: les réponses qui valent encore sont gardées.',
  },
  notKept: {
    title: 'Votre réponse n’a pas pu être gardée',
    lost: 'Le brouillon n’est plus là. Reprenez au début, ou appelez-nous.',
    'too-large': 'Elle est trop longue. Raccourcissez-la, puis continuez.',
    'too-many':
      'Beaucoup de demandes viennent d’être commencées sur le même réseau que le vôtre. Attendez une dizaine de minutes, ou appelez-nous.',
    unavailable:
      'Une panne de notre côté. Ce que vous aviez répondu avant est intact, et cette réponse est encore à l’écran\u00a0: réessayez dans quelques minutes, ou appelez-nous.',
  },
  faults,
  refusals,
};

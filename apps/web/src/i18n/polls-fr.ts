import type { Poll, RefusalCode } from '@passerelle/contracts';
import type { RefusalWords } from './refusals-fr.ts';

const refusals: Record<RefusalCode, RefusalWords> = {
  invalid: {
    title: 'Votre réponse est à revoir',
    text: 'Le choix envoyé ne fait pas partie des réponses offertes. Choisissez de nouveau, puis votez.',
  },
  'too-large': {
    title: 'Envoi trop volumineux',
    text: 'Ce qui a été envoyé dépasse de loin un vote. Revenez à la question et votez de nouveau.',
  },
  'wrong-type': {
    title: 'Envoi illisible',
    text: 'Le vote n’est pas arrivé sous une forme que nous savons lire. Revenez à la question et votez de nouveau.',
  },
  'cross-origin': {
    title: 'Vote envoyé d’un autre site',
    text: 'Un vote ne peut venir que d’une page de ce site. Revenez à la question et votez de nouveau.',
  },
  expired: {
    title: 'Cette page a trop attendu',
    text: 'Votre choix est gardé, mais il n’est pas encore compté. Confirmez-le de nouveau.',
  },
  'too-fast': {
    title: 'C’était un peu trop vite',
    text: 'Le vote est arrivé plus vite qu’une personne ne peut lire. Votre choix est gardé\u00a0: confirmez-le de nouveau.',
  },
  trapped: {
    title: 'Un champ caché a été rempli',
    text: 'Un champ qui doit rester vide a été rempli, sans doute par un outil du navigateur. Votre choix est gardé\u00a0: confirmez-le de nouveau.',
  },
  'too-many': {
    title: 'Trop de votes depuis votre réseau',
    text: 'Beaucoup de votes viennent d’arriver du même réseau que le vôtre. Attendez une dizaine de minutes et votez de nouveau, ou appelez-nous.',
  },
  'proof-wrong': {
    title: 'La vérification n’a pas abouti',
    text: 'Le calcul demandé à votre navigateur n’a pas donné de résultat valable. Votre choix est gardé\u00a0: confirmez-le de nouveau.',
  },
  'key-reused': {
    title: 'Votre premier envoi était arrivé',
    text: 'Ce formulaire a déjà été envoyé avec une autre réponse, et c’est la première qui vaut. Rien n’a été compté deux fois.',
  },
  'unknown-subject': {
    title: 'Ce sondage n’existe pas',
    text: 'Il a peut-être été retiré. Les autres sondages vous attendent.',
  },
  'not-open': {
    title: 'Le vote n’est pas encore ouvert',
    text: 'Revenez à partir de la date d’ouverture\u00a0: votre choix sera alors le bienvenu.',
  },
  closed: {
    title: 'Le vote est terminé',
    text: 'Ce sondage est clos\u00a0: il ne prend plus de votes.',
  },
  'already-done': {
    title: 'Vous avez déjà voté',
    text: 'Un vote de ce navigateur est déjà enregistré dans ce sondage. Merci\u202f! Rien n’a été compté deux fois.',
  },
  unavailable: {
    title: 'Le vote n’a pas pu être enregistré',
    text: 'Une panne de notre côté nous empêche de garder votre vote\u00a0: il n’est pas compté. Réessayez dans quelques minutes, ou appelez-nous.',
  },
};

/** Texts of the polls in French. Numbers come formatted; `one` says that there is a single one. */
export const pollsFr = {
  title: 'Sondages éclair',
  kicker: 'Sondage éclair',
  /** Names a poll among other parts of a page. */
  named: (question: string) => `Sondage éclair\u00a0: ${question}`,
  description:
    'Une question, quelques secondes\u00a0: les sondages éclair de la rédaction et leurs résultats.',
  empty: 'Aucun sondage n’est publié pour le moment.',
  all: 'Tous les sondages',
  groups: { open: 'Vote en cours', upcoming: 'À venir', closed: 'Terminés' } satisfies Record<
    Poll['state'],
    string
  >,
  states: { open: 'Vote en cours', upcoming: 'À venir', closed: 'Terminé' } satisfies Record<
    Poll['state'],
    string
  >,

  single: 'Une seule réponse parmi\u00a0:',
  multiple: (min: number, max: number) =>
    min === max ? `${max} réponses parmi\u00a0:` : `De ${min} à ${max} réponses parmi\u00a0:`,
  choices: 'Réponses proposées',
  opens: (moment: string) => `Ouverture du vote\u00a0: ${moment}`,
  closes: (moment: string) => `Fin du vote\u00a0: ${moment}`,
  closed: (moment: string) => `Vote terminé le ${moment}`,
  moment: (day: string, time: string) => `${day} à ${time} (heure de l’Est)`,

  vote: 'Voter',
  seeResults: 'Voir les résultats',
  page: 'La page de ce sondage',
  secret:
    'Votre vote est secret. Un seul témoin (cookie) est déposé, et seulement si vous votez, pour qu’un vote ne soit pas compté deux fois.',
  trap: 'Laissez ce champ vide',
  sending: 'Envoi de votre vote…',
  working: 'Vérification en cours, quelques secondes…',
  offline:
    'Votre vote n’a pas pu être envoyé. Vérifiez votre connexion, puis votez de nouveau\u00a0: il ne sera pas compté deux fois.',

  errorTitle: (title: string) => `Erreur\u00a0: ${title}`,
  errorSummary: 'Il reste une chose à corriger',
  faults: {
    none: 'Choisissez une réponse avant de voter.',
    few: (min: number) => `Choisissez au moins ${min} réponses.`,
    many: (max: number) => `Choisissez au plus ${max} réponses.`,
    unknown: 'Une des réponses envoyées n’est plus offerte. Choisissez parmi celles-ci.',
  },

  confirm: {
    title: 'Confirmez votre vote',
    text: 'Encore un geste\u00a0: vérifiez votre choix, puis confirmez-le.',
    choice: 'Votre choix',
    button: 'Confirmer mon vote',
    change: 'Changer ma réponse',
  },

  accepted: 'Merci\u202f! Votre vote est compté.',
  received:
    'Votre vote est reçu, en traitement. Il sera compté dès que notre système central répondra, pourvu qu’il soit arrivé avant la fin du vote.',
  hasVoted: 'Merci\u202f! Vous avez voté dans ce sondage.',
  resultsOpen: 'Le vote est en cours\u00a0: ces résultats peuvent encore changer.',
  resultsClosed: 'Le vote est terminé.',

  results: {
    title: (question: string) => `Résultats\u00a0: ${question}`,
    heading: 'Résultats',
    caption: (question: string) => `Résultats du sondage\u00a0: ${question}`,
    answer: 'Réponse',
    share: 'Part',
    votes: 'Votes',
    own: 'Votre choix',
    percent: (share: string) => `${share}\u00a0%`,
    ballots: (ballots: string, one: boolean) => (one ? `${ballots} vote` : `${ballots} votes au total`),
    ofBallots:
      'Plusieurs réponses étaient permises\u00a0: chaque part est celle des votes, et leur somme peut dépasser cent.',
    unscientific:
      'Sondage non scientifique\u00a0: il ne reflète que l’avis des personnes qui ont choisi de répondre.',
    backToPoll: 'Revenir à la question',
    hidden: {
      'too-few': (least: number) =>
        `Les résultats paraîtront à partir de ${least} votes, pour que personne ne soit reconnu.`,
      'after-vote': 'Les résultats se montrent une fois que vous avez voté.',
      'after-close': 'Les résultats paraîtront à la fin du vote.',
      staff: 'Les résultats de ce sondage ne sont pas publics.',
      counting:
        'Le vote est terminé. Le décompte final est en cours et paraîtra ici, en général en une heure.',
      'not-open': 'Le vote n’est pas encore ouvert.',
      unavailable:
        'Les résultats ne peuvent être lus pour le moment\u00a0: notre système central ne répond pas. Les votes déjà reçus sont en sûreté. Revenez dans quelques minutes.',
    },
    final: (moment: string) => `Décompte final, arrêté le ${moment}`,
    hash: 'Empreinte du décompte (SHA-256)',
    text: 'Le texte du décompte',
    verify:
      'Cette empreinte est celle du texte du décompte\u00a0: qui la recalcule sur ce texte, par exemple avec sha256sum, doit trouver la même. Si un seul chiffre avait changé, elle serait tout autre.',
  },
  retryByPhone: (telephone: string) => `Nous appeler\u00a0: ${telephone}`,
  refusals,
};

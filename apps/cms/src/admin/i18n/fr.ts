import type { ReleaseFailureCode, ReleaseState } from '@passerelle/contracts';
import type { LocalTime } from '../times/local-times.ts';
import { campaignFr } from './campaign/fr.ts';
import { newsletterFr } from './newsletter/fr.ts';
import { pollFr } from './poll/fr.ts';
import { recognitionsFr } from './recognitions/fr.ts';

/** `14:02:11`, or `le 3 mars 2026 à 14:02:11`. */
const at = ({ clock, day }: LocalTime) => (day === null ? `à ${clock}` : `le ${day} à ${clock}`);
const since = ({ clock, day }: LocalTime) => (day === null ? clock : `le ${day}, ${clock}`);

const CALL = 'prévenez la personne qui s’occupe du site';

/** Why a build broke off: in a few words after « Échec : », then what it means and what to do. */
const failures: Record<ReleaseFailureCode, { why: string; what: string }> = {
  'cms-unreachable': {
    why: 'le contenu n’a pas pu être lu',
    what: `Le CMS n’a pas répondu au service de publication, qui essaie de nouveau de lui-même. Si cela dure, ${CALL}.`,
  },
  'cms-malformed': {
    why: 'le contenu reçu est illisible',
    what: `Une réponse du CMS n’a pas la forme attendue. Ce n’est pas votre texte : ${CALL}, avec le détail.`,
  },
  'page-failed': {
    why: 'une page n’a pas pu être produite',
    what: `Le détail nomme la page. Revenez sur le dernier changement fait à ce contenu, ou ${CALL}.`,
  },
  'page-missing': {
    why: 'une page attendue manque',
    what: `La vérification du site a trouvé une page absente ou vide : ${CALL}, avec le détail.`,
  },
  empty: {
    why: 'le site serait vide',
    what: `Aucun article ne resterait en ligne. Publiez-en un; si le vide est voulu, ${CALL}.`,
  },
  shrunk: {
    why: 'trop d’articles disparaîtraient',
    what: `Le site perdrait d’un coup plus d’un cinquième de ses articles. Publiez de nouveau ce qui a été retiré par erreur; si c’est voulu, ${CALL} pour qu’elle l’autorise.`,
  },
  'disk-full': {
    why: 'le disque est plein',
    what: `Il n’y a plus de place sur le serveur : ${CALL}. La publication reprendra d’elle-même.`,
  },
  unknown: {
    why: 'une erreur inattendue',
    what: `Le service de publication essaie de nouveau de lui-même. Si cela dure, ${CALL}, avec le détail.`,
  },
};

const builds: Record<ReleaseState | 'abandoned', string> = {
  queued: 'En attente',
  building: 'En construction',
  checking: 'Vérification',
  live: 'En ligne',
  failed: 'Échec',
  'rolled-back': 'Retour en arrière',
  abandoned: 'Interrompue',
};

/** Everything our part of the admin says; French is the source. */
export const fr = {
  panel: {
    title: 'Site public',
    loading: 'Lecture de l’état…',
    unreachable: 'L’état n’a pas pu être lu. Nouvel essai dans quelques secondes.',
    seePage: 'Voir la page publique',
    draftChanges: 'Le brouillon contient des changements qui ne sont pas publiés.',
  },
  status: {
    live: (time: LocalTime) => `En ligne depuis ${since(time)}`,
    offline: 'Pas en ligne',
    neverLive: 'Rien n’est publié dans cette langue.',
    withdrawn: (time: LocalTime) => `Retiré du site ${at(time)}.`,
    waiting: 'En attente',
    waitingSince: (time: LocalTime) => `Publié ${at(time)}. La prochaine construction du site l’emportera.`,
    waitingToLeave: 'Retrait en attente',
    waitingToLeaveSince: (time: LocalTime) =>
      `Retiré ${at(time)}. La page reste en ligne jusqu’à la prochaine construction.`,
    late: `C’est plus long que d’habitude. Si cela dure, ${CALL}.`,
    rolledBack: (time: LocalTime) => `Une version antérieure du site a été remise en ligne ${at(time)}.`,
    rolledBackHeadline: 'Changement absent de la version en ligne',
    rolledBackToLeave: 'Retrait absent de la version en ligne',
    rolledBackNext: 'La prochaine publication, de quoi que ce soit, remettra en ligne le contenu actuel.',
    building: 'En construction',
    buildingToLeave: 'Retrait en construction',
    preparing: (elapsed: string) => `Lecture du contenu, ${elapsed}`,
    pages: (written: string, total: string, elapsed: string) => `${written} / ${total} pages, ${elapsed}`,
    pagesLabel: 'Pages écrites',
    failed: (why: string) => `Échec : ${why}`,
    failedAt: (time: LocalTime) =>
      `La construction s’est arrêtée ${at(time)}. Le site montre toujours ce qu’il montrait avant.`,
    detail: 'Détail technique',
  },
  failures,
  poll: pollFr,
  campaign: campaignFr,
  newsletter: newsletterFr,
  recognitions: recognitionsFr,
  publication: {
    siteLive: (time: LocalTime) => `Le site est à jour depuis ${since(time)}`,
    siteRolledBack: 'Une version antérieure du site est en ligne',
    siteWaiting: 'Des changements attendent la prochaine construction',
    seeSite: 'Ouvrir le site',
    builds: 'Dernières constructions du site',
    noBuild: 'Le site n’a pas encore été construit.',
    state: 'État',
    when: 'Quand',
    duration: 'Durée',
    pages: 'Pages',
    written: (written: string, total: string) => `${written} / ${total}`,
    builtAt: ({ clock, day }: LocalTime) => (day === null ? clock : `${day}, ${clock}`),
    failedBecause: (why: string) => `Échec : ${why}`,
    unknown: '–',
    states: builds,
  },
};

/** The same texts in another language. */
export type Texts = typeof fr;

import type { PollEvent } from '../../../api/poll/domain/answers.ts';
import type { LocalTime } from '../../times/local-times.ts';

/** To the minute: `à 17:00`, or `le 3 mars 2026 à 17:00`. */
const minute = ({ clock }: LocalTime) => clock.slice(0, 5);
const at = (time: LocalTime) =>
  time.day === null ? `aujourd’hui à ${minute(time)}` : `le ${time.day} à ${minute(time)}`;
const until = (time: LocalTime) =>
  time.day === null ? `jusqu’à ${minute(time)} aujourd’hui` : `jusqu’au ${time.day} à ${minute(time)}`;

/** What happened to a poll; `detail` is the reason or the labels, and null when there is none. */
const events: Record<PollEvent['action'], (detail: string | null, closing: LocalTime | null) => string> = {
  opened: () => 'Ouvert',
  closed: () => 'Fermé',
  extended: (_, closing) => (closing === null ? 'Fermeture déplacée' : `Prolongé ${until(closing)}`),
  reset: (reason) => (reason === null ? 'Réinitialisé' : `Réinitialisé\u00a0: ${reason}`),
  counted: () => 'Dépouillé',
  relabelled: (labels) => (labels === null ? 'Libellé corrigé' : `Libellé corrigé\u00a0: ${labels}`),
  exported: () => 'Exporté',
};

/** What the panel « Sondage » says; French is the source. */
export const pollFr = {
  title: 'Sondage',
  loading: 'Lecture du sondage…',
  unreachable: 'L’état du sondage n’a pas pu être lu. Nouvel essai dans quelques secondes.',
  unsaved: 'Enregistrez le sondage, puis publiez-le en français\u00a0: il s’ouvrira ensuite à sa date.',
  seePage: 'Voir la page publique',

  unpublished: 'Pas publié',
  publishFirst:
    'Publiez le sondage en français\u00a0: il s’ouvrira à sa date d’ouverture, ou tout de suite sans date.',
  upcoming: 'À venir',
  opens: (time: LocalTime) => `S’ouvre ${at(time)}.`,
  opensSoon: 'S’ouvre dans la minute.',
  open: 'Ouvert',
  closes: (time: LocalTime) => `Se ferme ${at(time)}.`,
  staysOpen: 'Aucune fermeture n’est prévue.',
  closed: 'Fermé',
  closedAt: (time: LocalTime) => `Fermé ${at(time)}.`,
  countsAt: (time: LocalTime) =>
    `Le dépouillement se fera ${at(time)}\u00a0: d’ici là, un vote reçu avant la fermeture peut encore arriver.`,
  final: 'Dépouillé',
  finalLine: 'Le compte est définitif et le secret du sondage est détruit.',
  zone: 'Heures du Québec.',

  results: 'Résultats',
  ballots: (ballots: string, one: boolean) => `${ballots} ${one ? 'bulletin' : 'bulletins'}`,
  noBallot: 'Aucun bulletin.',
  share: (count: string, percentage: string) => `${count} · ${percentage}\u00a0%`,
  ofBallots: 'Plusieurs réponses par bulletin\u00a0: les pourcentages sont des parts des bulletins.',

  course: 'Bulletins reçus',
  byHour: '48 heures',
  byDay: 'Par jour',
  byHourLabel: 'Par heure, sur 48 heures',
  byDayLabel: 'Par jour, depuis le premier bulletin',
  most: (ballots: string) => `Maximum\u00a0: ${ballots}`,
  hourChart: (from: string, to: string, total: string, most: string) =>
    `Bulletins par heure, du ${from} au ${to}\u00a0: ${total} en tout, au plus ${most} en une heure. Le tableau suit.`,
  dayChart: (from: string, to: string, total: string, most: string) =>
    `Bulletins par jour, du ${from} au ${to}\u00a0: ${total} en tout, au plus ${most} en un jour. Le tableau suit.`,
  table: 'Tableau des heures',
  hour: 'Heure',
  hourBallots: 'Bulletins',

  fingerprint: 'Empreinte du compte',
  fingerprintLine:
    'SHA-256 du texte ci-dessous. Pour vérifier, copiez le texte dans un fichier tel quel, retour de ligne final compris, et comparez avec «\u00a0sha256sum fichier\u00a0».',
  fingerprintText: 'Texte à vérifier',
  copy: 'Copier le texte',
  copied: 'Texte copié.',

  actions: 'Gérer le sondage',
  close: 'Fermer',
  extend: 'Prolonger',
  reset: 'Réinitialiser',
  export: 'Exporter',
  cancel: 'Annuler',
  dismiss: 'Fermer la fenêtre',
  failed:
    'Le CMS n’a pas répondu comme prévu. Rien n’indique que l’action ait eu lieu\u00a0: vérifiez l’état, puis réessayez.',

  closeTitle: 'Fermer le sondage',
  closeLines: [
    'Plus aucun vote reçu après cet instant ne comptera, dans aucune langue.',
    'Une heure plus tard, le sondage est dépouillé\u00a0: le compte est publié avec son empreinte et le secret est détruit. Un sondage fermé ne se rouvre pas.',
  ],
  closeConfirm: 'Fermer maintenant',
  closeDone: 'Le sondage est fermé.',

  extendTitle: 'Prolonger le sondage',
  extendLine: 'La nouvelle fermeture vaut tout de suite, dans les deux langues, sans publier de nouveau.',
  closing: 'Nouvelle fermeture (heure du Québec)',
  closingInvalid: 'Entrez un jour et une heure à venir.',
  extendConfirm: 'Changer la fermeture',
  extendDone: 'La fermeture est changée.',

  resetTitle: 'Réinitialiser le sondage',
  resetLines: (open: boolean) => [
    open
      ? 'Tous les bulletins reçus sont effacés pour toujours, et chacun pourra voter de nouveau.'
      : 'Tous les bulletins reçus sont effacés pour toujours. Le sondage reste fermé\u00a0: il sera dépouillé sans bulletin.',
    'La réinitialisation et sa raison restent dans l’historique.',
  ],
  word: (slug: string) => `Pour confirmer, tapez «\u00a0${slug}\u00a0»`,
  wordWrong: 'Tapez exactement l’identifiant d’adresse du sondage en français.',
  noWord: 'Le sondage n’a pas d’identifiant d’adresse en français\u00a0: enregistrez-en un d’abord.',
  reason: 'Raison',
  reasonHint: 'Sans renseignement personnel\u00a0: elle reste dans l’historique.',
  reasonMissing: 'Dites pourquoi.',
  resetConfirm: 'Effacer les bulletins',
  resetDone: 'Le sondage est réinitialisé.',

  exportTitle: 'Exporter le sondage',
  exportLine:
    'Le fichier porte l’état, les comptes, les pourcentages et les bulletins par heure. L’export est noté dans l’historique.',
  format: 'Format',
  sheet: 'CSV pour un tableur (avec marque d’encodage)',
  csv: 'CSV (RFC 4180)',
  json: 'JSON',
  exportConfirm: 'Télécharger',
  exportDone: 'Le fichier est téléchargé.',

  history: 'Historique',
  noHistory: 'Rien encore.',
  events,
  when: ({ clock, day }: LocalTime) =>
    day === null ? minute({ clock, day }) : `${day}, ${minute({ clock, day })}`,
  by: (actor: string) => `par ${actor}`,
  byItself: 'de lui-même',
};

export type PollTexts = typeof pollFr;

import type { PollRefusal } from '../../poll/domain/answers.ts';
import type { ExportWords } from '../domain/export.ts';

const refusals: Record<PollRefusal, string> = {
  'poll-not-open': 'Ce sondage n’est pas ouvert\u00a0: cela ne peut plus, ou pas encore, se faire.',
  'poll-closes-in-past': 'La fermeture doit être dans le futur.',
  'poll-counted': 'Ce sondage est dépouillé\u00a0: son compte est définitif.',
  'poll-word': 'Le mot tapé n’est pas l’identifiant d’adresse du sondage en français.',
};

const table: ExportWords = {
  header: ['Rubrique', 'Clé', 'Libellé', 'Nombre', 'Pourcentage'],
  poll: 'Sondage',
  exportedAt: 'Exporté le',
  state: 'État',
  states: { upcoming: 'À venir', open: 'Ouvert', closed: 'Fermé', final: 'Dépouillé' },
  opensAt: 'Ouverture',
  closesAt: 'Fermeture prévue',
  closedAt: 'Fermé le',
  hash: 'Empreinte',
  ballots: 'Bulletins',
  option: 'Choix',
  hour: 'Bulletins de l’heure',
};

/** What the desk of polls tells; French is the source. */
export const fr = { refusals, table, fileName: 'sondage' };

export type DeskTexts = typeof fr;

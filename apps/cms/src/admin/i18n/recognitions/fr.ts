import type { RecognitionLevel } from '../../../api/consultant/domain/answers.ts';

/** What the home page says of the consultants' recognitions, in French; the source. */
export const recognitionsFr = {
  list: 'Reconnaissances du Ministère',
  none: 'Aucune consultante ni aucun consultant n’est inscrit.',
  noQuebec: 'L’organisation n’accepte pas de mandats pour le Québec.',
  hidden:
    'Aucune reconnaissance n’est valide\u00a0: le site ne propose plus rien pour les programmes du Québec.',
  unreachable: 'Les reconnaissances n’ont pas pu être lues.',
  edit: 'Ouvrir la fiche',
  until: (day: string, days: string) => `jusqu’au ${day} (${days}\u00a0j)`,
  since: (day: string) => `depuis le ${day}`,
  levels: {
    none: 'Sans reconnaissance',
    fine: 'Valide',
    ending: 'À renouveler',
    overdue: 'Délai de renouvellement passé',
    expired: 'Échue',
  } satisfies Record<RecognitionLevel, string>,
};

/** The same texts in another language. */
export type RecognitionTexts = typeof recognitionsFr;

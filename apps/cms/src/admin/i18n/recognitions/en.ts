import type { RecognitionTexts } from './fr.ts';

export const recognitionsEn: RecognitionTexts = {
  list: 'Recognitions by the Ministry',
  none: 'No consultant is on record.',
  noQuebec: 'The organization takes no mandates for Québec.',
  hidden: 'No recognition is valid: the site offers nothing for Québec’s programmes any more.',
  unreachable: 'The recognitions could not be read.',
  edit: 'Open the entry',
  until: (day, days) => `until ${day} (${days}\u00a0days)`,
  since: (day) => `since ${day}`,
  levels: {
    none: 'No recognition',
    fine: 'Valid',
    ending: 'To be renewed',
    overdue: 'Too late to renew',
    expired: 'Expired',
  },
};

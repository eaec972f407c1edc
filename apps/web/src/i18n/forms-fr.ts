/** What form controls themselves say; French is the source. */
export const formsFr = {
  optional: '(facultatif)',
  /** Stands before a field's fault, and before the title of a page that has one. */
  error: 'Erreur\u00a0: ',
  summary: 'Il y a un problème',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  choose: 'Choisir…',
  step: (at: number, of: number) => `Étape ${at} de ${of}`,
  /** Numbers come formatted. */
  limit: (most: string) => `Jusqu’à ${most} caractères.`,
  written: (count: string) => `Votre texte en a ${count}.`,
  back: 'Retour',
  /** Of the field that people don't see. */
  trap: 'Laissez ce champ vide\u00a0:',
};

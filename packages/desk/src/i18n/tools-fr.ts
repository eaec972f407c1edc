/** One's own views of the list. */
export const views = {
  label: 'Mes vues',
  save: 'Enregistrer cette vue',
  rename: 'Renommer la vue',
  remove: 'Supprimer la vue',
  removeLine: (name: string) => `«\u202f${name}\u202f» est supprimée de vos vues. Les demandes restent.`,
  removed: 'Vue supprimée.',
  makeFirst: 'Ouvrir par défaut',
  notFirst: 'Ne plus ouvrir par défaut',
  first: (name: string) => `${name} (par défaut)`,
  changed: 'C’est noté.',
  name: 'Nom de la vue',
  hint: 'Les filtres, l’ordre et l’affichage sont gardés, pour vous seulement.',
};

/** Files that the visitor sends on invitation. */
export const files = {
  title: 'Fichiers',
  never: 'Aucun fichier n’a été demandé.',
  received: 'Fichiers reçus',
  noScanner: 'L’antivirus ne répond pas\u00a0: ce qui arrive est retenu jusqu’à son retour.',
  asked: (actor: string, at: string) => `Demandés par ${actor}, le ${at}.`,
  came: (received: number, most: number) => `Reçus\u00a0: ${received} sur ${most}.`,
  openUntil: (at: string) => `Le lien vaut jusqu’au ${at}.`,
  ended: (at: string) => `Le lien ne vaut plus depuis le ${at}.`,
  withdraw: 'Retirer l’invitation',
  withdrawn: 'L’invitation est retirée\u00a0: son lien ne sert plus.',
  invite: 'Demander des fichiers',
  inviteHint:
    'Un courriel part avec un lien protégé, bon pour 14\u00a0jours. Une nouvelle invitation met fin à la précédente.',
  invited: 'L’invitation est en route.',
  most: 'Nombre de fichiers au plus',
  kinds: { pdf: 'PDF', jpeg: 'JPEG', png: 'PNG', heic: 'HEIC', docx: 'Word' },
  states: {
    held: 'Retenu\u00a0: l’antivirus ne l’a pas encore examiné.',
    clean: 'Examiné\u00a0: rien de suspect.',
    refused: 'Refusé\u00a0: l’antivirus y a trouvé un programme malveillant. Il est détruit.',
  },
  download: 'Télécharger',
  downloadOf: (name: string) => `Télécharger ${name}`,
};

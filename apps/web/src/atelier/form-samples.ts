/** What the atelier's form controls are shown with. */

interface State {
  /** Begins the names of its controls. */
  key: string;
  title: string;
  filled: boolean;
  faulty: boolean;
  disabled: boolean;
}

export const STATES: readonly State[] = [
  { key: 'vide', title: 'Vides', filled: false, faulty: false, disabled: false },
  { key: 'rempli', title: 'Remplis', filled: true, faulty: false, disabled: false },
  { key: 'fautif', title: 'Avec une erreur', filled: true, faulty: true, disabled: false },
  { key: 'inactif', title: 'Inactifs', filled: true, faulty: false, disabled: true },
];

export const GOALS = [
  { value: 'etudes', label: 'Étudier' },
  { value: 'travail', label: 'Travailler', hint: 'Avec ou sans offre d’emploi.' },
  {
    value: 'famille',
    label: 'Rejoindre ma famille, ou la faire venir auprès de moi quand le regroupement est possible',
  },
];

export const PROVINCES = [
  { value: 'qc', label: 'Québec' },
  { value: 'on', label: 'Ontario' },
  { value: 'nb', label: 'Nouveau-Brunswick' },
];

export const STEPS = ['Destination', 'Projet', 'Situation', 'Coordonnées', 'Vérification'];

export const TONES = ['info', 'success', 'warning', 'urgent'] as const;

export const WORDS = {
  name: 'Prénom',
  email: 'Courriel',
  emailHint: 'Nous n’écrivons qu’à propos de votre demande.',
  telephone: 'Téléphone',
  code: 'Code postal',
  message: 'Votre question',
  messageHint: 'N’écrivez aucun numéro de document.',
  goal: 'Quel est votre projet\u202f?',
  languages: 'Dans quelles langues pouvons-nous vous répondre\u202f?',
  province: 'Province',
  arrival: 'Date d’arrivée prévue',
  arrivalHint: 'Par exemple, 24\u00a06\u00a02027.',
  file: 'Document demandé',
  fileHint: 'PDF ou image, 10\u00a0Mo au plus.',
  consent: 'J’accepte que l’on m’écrive',
  consentText: 'Vous pouvez retirer cet accord en tout temps.',
  consentLink: 'Ce que nous gardons',
  next: 'Continuer',
  steps: 'Étapes de la demande',
  urgent: 'Appelez d’abord',
  notice: 'Un avis et son titre',
  noticeText: 'Une ou deux phrases, et ce qu’il faut faire ensuite.',
  faults: {
    name: 'Écrivez votre prénom.',
    email: 'Écrivez une adresse complète, comme visiteur@exemple.example.',
    telephone: 'Écrivez un numéro de dix chiffres.',
    message: 'Votre question est trop longue.',
    goal: 'Choisissez un projet.',
    languages: 'Choisissez au moins une langue.',
    province: 'Choisissez une province.',
    arrival: 'L’année doit avoir quatre chiffres.',
    file: 'Ce document est d’un type que nous ne lisons pas.',
    consent: 'Cochez la case pour continuer.',
  },
};

export const VALUES = {
  name: 'Visiteur',
  email: 'visiteur@exemple.example',
  telephone: '418\u00a0555-0100',
  message: 'Première ligne.\n\nUne seconde, après une ligne vide.',
  arrival: { day: '24', month: '6', year: '27' },
};

const answer = (label: string, text: string) => ({
  label,
  text,
  change: { path: '#resume', text: 'Modifier', label: `Modifier\u00a0: ${label}` },
});

/** Answers before they are sent, and once they are. */
export const TO_CHECK = [
  answer(
    WORDS.goal,
    'Rejoindre ma famille, ou la faire venir auprès de moi quand le regroupement est possible',
  ),
  answer(WORDS.email, VALUES.email),
  answer(WORDS.message, VALUES.message),
];
export const SENT = TO_CHECK.map((row) => ({ ...row, change: null }));

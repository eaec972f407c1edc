const PERSON_REQUEST = { reference: 'K7M-4QX-9', kind: 'access' };
const DUE = '2026-12-24T21:38:01.000Z';
const REGISTER = 'https://cms.passerelle.example/admin/plugins/privacy';

/** What each kind of mail is given in pictures of it, by the name of its template. */
export const MAIL_SAMPLES: Readonly<Record<string, object>> = {
  alarm: {
    code: 'mail-uncertain',
    at: '2026-11-24T21:38:01.000Z',
    requestId: '3f8a7b52-7d5e-4c7e-9d65-0b6f5b7f5a11',
    attempts: 3,
    adminUrl: 'https://cms.passerelle.example/admin',
  },
  'inquiry-confirm': { url: `https://passerelle.example/demarche/confirmer/${'c'.repeat(43)}/` },
  'inquiry-continue': { url: `https://passerelle.example/demarche/reprendre/?token=${'c'.repeat(43)}` },
  'inquiry-late': {
    references: ['K7M-4QX-9', 'P3R-8TW-2'],
    more: 3,
    url: 'https://cms.passerelle.example/admin',
  },
  'inquiry-notice': { reference: 'K7M-4QX-9', url: 'https://cms.passerelle.example/admin' },
  'inquiry-received': { reference: 'K7M-4QX-9', days: 2 },
  'inquiry-reply': {
    reference: 'K7M-4QX-9',
    kind: 'information',
    subject: 'Votre question sur le CAQ',
    body: 'Bonjour,\n\nLe certificat d’acceptation du Québec se demande avant le permis d’études.\n\nLes délais sont publiés par le Ministère.',
    signedBy: 'Le cabinet',
  },
  'newsletter-confirm': { url: `https://passerelle.example/infolettre/confirmer/${'c'.repeat(43)}/` },
  'newsletter-address': { url: `https://passerelle.example/infolettre/confirmer/${'c'.repeat(43)}/` },
  'newsletter-welcome': readerLinks(),
  'newsletter-already': readerLinks(),
  'inquiry-files': {
    reference: 'K7M-4QX-9',
    url: `https://passerelle.example/demarche/fichiers/?token=${'c'.repeat(43)}`,
    most: 5,
  },
  'person-request-confirm': {
    kind: 'access',
    url: `https://passerelle.example/renseignements-personnels/confirmer/${'c'.repeat(43)}/`,
  },
  'person-request-notice': { ...PERSON_REQUEST, due: DUE, url: REGISTER },
  'person-request-reminder': { ...PERSON_REQUEST, due: DUE, days: 2, late: false, url: REGISTER },
  'person-request-received': { ...PERSON_REQUEST, due: DUE },
  'person-request-extended': { ...PERSON_REQUEST, due: DUE, reason: 'La Commission a prolongé le délai.' },
  'person-request-answered': {
    ...PERSON_REQUEST,
    answer: 'Bonjour,\n\nVoici ce que nous conservons sur vous.',
    url: `https://passerelle.example/renseignements-personnels/recevoir/${'c'.repeat(43)}/`,
  },
  'person-request-refused': {
    ...PERSON_REQUEST,
    provision: 'RLRQ c. P-39.1, art. 28',
    reason: 'Ce renseignement est exact.',
  },
  'person-request-erased': PERSON_REQUEST,
};

function readerLinks(): object {
  const token = 'r'.repeat(43);
  return {
    manageUrl: `https://passerelle.example/infolettre/preferences/${token}/`,
    unsubscribeUrl: `https://passerelle.example/infolettre/desabonnement/${token}/`,
  };
}

/** The day of these pictures. */
export const TODAY = '2026-11-24';

/** Who writes in them. */
export const SENDER = {
  organization: {
    legalName: 'Passerelle – cabinet de démonstration inc.',
    telephone: '+14185550123',
    email: 'bonjour@passerelle.example',
    address: {
      street: '1, rue de la Démonstration',
      city: 'Québec',
      province: 'QC',
      postalCode: 'G0A 0A0',
    },
  },
  consultants: [
    {
      name: 'Consultante réglementée de démonstration',
      licenceNumber: 'R000000',
      licenceClass: 'RCIC-IRB',
      registerUrl: 'https://registre.example/R000000',
      recognitionNumber: '00000 (démonstration)',
      recognitionExpiresOn: '2099-12-31',
    },
  ],
} as const;

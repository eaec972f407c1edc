import type { EntryOf, Locale } from '@passerelle/contracts';

/** Entries as the CMS would give them, small; every field can be given. */

const idOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .padEnd(24, 'x');

export const documentId = idOf;

export function article(name: string, given: Partial<EntryOf<'article'>> = {}): EntryOf<'article'> {
  return {
    kind: 'article',
    documentId: idOf(name),
    locale: 'fr-CA',
    slug: name,
    title: `Titre de ${name}`,
    dek: null,
    body: [
      {
        type: 'text',
        content: [{ type: 'paragraph', children: [{ type: 'text', text: `Texte de ${name}.` }] }],
      },
    ],
    cover: null,
    category: null,
    tags: [],
    authors: [],
    programmes: [],
    sources: [],
    effectiveFrom: null,
    verifiedAt: null,
    reviewBy: null,
    supersededBy: null,
    corrections: [],
    pinnedRelated: [],
    seo: null,
    publishedAt: '2026-05-04T13:00:00.000Z',
    modifiedAt: '2026-05-04T13:00:00.000Z',
    ...given,
  };
}

export function category(name: string, given: Partial<EntryOf<'category'>> = {}): EntryOf<'category'> {
  return {
    kind: 'category',
    documentId: idOf(name),
    locale: 'fr-CA',
    slug: name,
    name: `Catégorie ${name}`,
    description: null,
    ...given,
  };
}

export function processor(name: string, given: Partial<EntryOf<'processor'>> = {}): EntryOf<'processor'> {
  return {
    kind: 'processor',
    documentId: idOf(`processor${name}`),
    locale: null,
    name,
    place: 'Ontario',
    outsideQuebec: true,
    endedOn: null,
    ...given,
  };
}

export function redirect(from: string, to: string): EntryOf<'redirect'> {
  return { kind: 'redirect', documentId: idOf(`redirect${from}`), locale: null, from, to, status: 301 };
}

export function organization(
  locale: Locale,
  given: Partial<EntryOf<'organization'>> = {},
): EntryOf<'organization'> {
  return {
    kind: 'organization',
    documentId: idOf('organization'),
    locale,
    legalName: 'Passerelle, exemple inc.',
    tradeName: 'Passerelle',
    tagline: 'Un exemple',
    neq: '0000000000',
    address: {
      street: '1, rue de l’Exemple',
      city: 'Québec',
      province: 'QC',
      postalCode: 'G0A 0A0',
      country: 'CA',
    },
    telephone: '+14185550100',
    email: 'exemple@passerelle.example',
    privacyOfficer: { title: 'Responsable', email: 'vie-privee@passerelle.example' },
    senderBlock: 'Passerelle, exemple inc.',
    openingHours: [{ days: 'Lundi', hours: '9 h à 17 h' }],
    takesQuebecMandates: false,
    disclaimer: 'Site d’exemple.',
    navigation: [],
    footerNavigation: [],
    socials: [],
    ...given,
  };
}

/** A consultant whose recognition is valid. */
export function consultant(name: string, given: Partial<EntryOf<'consultant'>> = {}): EntryOf<'consultant'> {
  return {
    kind: 'consultant',
    documentId: idOf(name),
    locale: 'fr-CA',
    name: `Consultante ${name}`,
    licenceNumber: 'R000000',
    licenceClass: 'RCIC',
    registerUrl: 'https://registre.example/',
    languages: ['fr', 'en'],
    recognition: { number: '00000', expiresOn: '2028-03-14', state: 'valid' },
    presentation: null,
    photo: null,
    position: 1,
    ...given,
  };
}

export function poll(name: string, given: Partial<EntryOf<'poll'>> = {}): EntryOf<'poll'> {
  return {
    kind: 'poll',
    documentId: idOf(name),
    locale: 'fr-CA',
    slug: name,
    question: `Question de ${name} ?`,
    intro: null,
    selection: 'single',
    options: [
      { key: 'quebec', label: 'Le Québec' },
      { key: 'ailleurs', label: 'Ailleurs au Canada' },
      { key: 'indecis', label: 'Je ne sais pas' },
    ],
    min: 1,
    max: 1,
    resultsMode: 'after-vote',
    minVotesToShow: 10,
    opensAt: '2026-11-02T14:00:00Z',
    closesAt: '2027-06-30T21:00:00Z',
    state: 'open',
    final: null,
    ...given,
  };
}

export function programme(name: string, given: Partial<EntryOf<'programme'>> = {}): EntryOf<'programme'> {
  return {
    kind: 'programme',
    documentId: idOf(name),
    locale: 'fr-CA',
    slug: name,
    code: name.toUpperCase(),
    name: `Programme ${name}`,
    summary: null,
    jurisdiction: 'QC',
    authority: 'Le ministère',
    status: 'open',
    since: null,
    source: null,
    verifiedAt: null,
    history: [],
    ...given,
  };
}

export function round(name: string, given: Partial<EntryOf<'round'>> = {}): EntryOf<'round'> {
  return {
    kind: 'round',
    documentId: idOf(name),
    locale: 'fr-CA',
    programme: null,
    date: '2026-04-29',
    number: null,
    stream: null,
    invitations: 4000,
    lowestScore: 400,
    note: null,
    source: {
      title: 'Une source',
      publisher: 'Un éditeur',
      url: 'https://source.example/',
      readOn: '2026-11-24',
    },
    ...given,
  };
}

export function term(name: string, given: Partial<EntryOf<'term'>> = {}): EntryOf<'term'> {
  return {
    kind: 'term',
    documentId: idOf(name),
    locale: 'fr-CA',
    slug: name,
    name: `Terme ${name}`,
    acronym: null,
    aliases: [],
    definition: [{ type: 'paragraph', children: [{ type: 'text', text: `Ce que veut dire ${name}.` }] }],
    programme: null,
    sources: [],
    ...given,
  };
}

export function issue(name: string, given: Partial<EntryOf<'issue'>> = {}): EntryOf<'issue'> {
  return {
    kind: 'issue',
    documentId: idOf(name),
    locale: 'fr-CA',
    slug: name,
    title: `Envoi ${name}`,
    edition: 'weekly',
    sentAt: '2026-11-23T12:10:00.000Z',
    body: [
      {
        type: 'heading',
        level: 2,
        children: [{ type: 'link', url: '/nouvelles/arrima/', children: [{ type: 'text', text: 'Arrima' }] }],
      },
      { type: 'paragraph', children: [{ type: 'text', text: 'En bref.' }] },
    ],
    ...given,
  };
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, text }],
});

/** Two questions, an advice on the way to the form and a page where the way ends. */
export function guide(locale: Locale, given: Partial<EntryOf<'guide'>> = {}): EntryOf<'guide'> {
  return {
    kind: 'guide',
    documentId: idOf('guide'),
    locale,
    version: 1,
    effectiveOn: '2026-11-25',
    start: 'destination',
    questions: [
      {
        key: 'destination',
        title: 'Où voulez-vous vivre ?',
        hint: null,
        options: [
          { key: 'quebec', label: 'Au Québec', hint: null, target: { to: 'question', key: 'but' } },
          { key: 'ailleurs', label: 'Ailleurs', hint: null, target: { to: 'form' } },
        ],
      },
      {
        key: 'but',
        title: 'Dans quel but ?',
        hint: 'Une seule réponse.',
        options: [
          { key: 'travail', label: 'Travailler', hint: null, target: { to: 'page', key: 'conseil' } },
          { key: 'asile', label: 'Demander l’asile', hint: null, target: { to: 'page', key: 'asile' } },
        ],
      },
    ],
    pages: [
      {
        key: 'conseil',
        tone: 'advice',
        title: 'Bon à savoir',
        body: [paragraph('Une information générale.')],
        addresses: [],
        next: { to: 'form' },
      },
      {
        key: 'asile',
        tone: 'exit',
        title: 'Où trouver de l’aide',
        body: [paragraph('Le cabinet ne s’en occupe pas.')],
        addresses: [
          {
            name: 'Aide juridique',
            note: null,
            telephone: null,
            url: 'https://aide.example/',
            readOn: '2026-11-25',
          },
        ],
        next: null,
      },
    ],
    ...given,
  };
}

export function consentText(
  purpose: EntryOf<'consent-text'>['purpose'],
  number: number,
  given: Partial<EntryOf<'consent-text'>> = {},
): EntryOf<'consent-text'> {
  return {
    kind: 'consent-text',
    documentId: idOf(`${purpose}${number}`),
    locale: 'fr-CA',
    purpose,
    version: `${purpose}-${number}`,
    label: `Libellé ${number} de ${purpose}`,
    body: [paragraph(`Texte ${number} de ${purpose}.`)],
    ...given,
  };
}

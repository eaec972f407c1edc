import type { Programme, Round, Term } from '@passerelle/contracts';
import type { ResultView } from '../features/search/search-view.ts';
import { identified, SOURCE as source } from './samples.ts';

/** What the atelier's programmes, rounds, terms and search results are shown with; none of it is a fact. */

const programme: Programme = {
  kind: 'programme',
  ...identified('g'),
  slug: 'exemple',
  code: 'PEX',
  name: 'Programme d’exemple',
  summary: 'À qui il s’adresse et ce qu’il permet, en deux phrases.',
  jurisdiction: 'QC',
  authority: 'Autorité d’exemple',
  status: 'suspended',
  since: '2026-06-30',
  source,
  verifiedAt: '2026-11-02',
  history: [
    { status: 'proposed', from: '2025-09-01', note: null, source: null },
    { status: 'open', from: '2026-01-15', note: 'Les premières demandes sont reçues.', source },
  ],
};

export const PROGRAMMES: readonly Programme[] = [
  programme,
  {
    ...programme,
    status: 'open',
    name: 'Programme d’exemple pour les travailleuses et travailleurs qualifiés déjà sur place',
    verifiedAt: null,
  },
  { ...programme, status: 'closed', name: 'PEX', summary: null, since: null },
];
export const PROGRAMME = programme;

const round = (date: string, invitations: number, stream: string | null): Round => ({
  kind: 'round',
  ...identified('r'),
  programme: programme.documentId,
  date,
  number: null,
  stream,
  invitations,
  lowestScore: stream === null ? null : 540,
  note: null,
  source,
});

/** Newest first. */
export const ROUNDS: readonly Round[] = [
  round('2026-10-29', 1_204, 'Volet d’exemple'),
  round('2026-09-24', 998, null),
  round('2026-08-27', 1_431, 'Volet d’exemple'),
  round('2026-07-30', 87, 'Volet d’exemple'),
];

const term: Term = {
  kind: 'term',
  ...identified('t'),
  slug: 'exemple',
  name: 'Terme d’exemple',
  acronym: 'TEX',
  aliases: [],
  definition: [
    { type: 'paragraph', children: [{ type: 'text', text: 'Ce que veut dire ce terme, simplement.' }] },
  ],
  programme: null,
  sources: [source],
};

export const TERMS: readonly Term[] = [
  term,
  { ...term, slug: 'exemple-court', name: 'Autre terme', acronym: null, sources: [] },
];

const result: ResultView = {
  kind: 'Nouvelle, Études',
  title: [
    { text: 'Ce qui change pour les ', mark: false },
    { text: 'diplômés', mark: true },
  ],
  path: '/nouvelles/',
  excerpt: [
    { text: 'Les personnes ', mark: false },
    { text: 'diplômées', mark: true },
    { text: ' au Québec peuvent demander…', mark: false },
  ],
  date: { iso: '2026-11-02', text: '2 novembre 2026' },
  status: null,
  notice: null,
  read: null,
};

export const RESULTS: readonly ResultView[] = [
  { ...result, kind: 'Programme', status: { name: 'suspended', text: 'Suspendu' }, date: null },
  result,
  { ...result, notice: 'Un article plus récent remplace celui-ci' },
];

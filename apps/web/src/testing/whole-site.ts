import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Entry } from '@passerelle/contracts';
import {
  article,
  category,
  documentId,
  issue,
  organization,
  poll,
  programme,
  round,
  term,
} from '../../tests/support/entries.ts';
import { snapshotPath } from '../published/snapshot.ts';
import { HOSTILE, HOSTILE_SITE } from './hostile-entries.ts';
import { writeSnapshot } from './published-with.ts';

/** A small content of every kind, hostile in part, and the site as `astro build` makes it of that. */

const WEB = resolve(import.meta.dirname, '../..');
export const SITE = 'https://site.example';

const both = <E extends Entry>(entry: E, english: Partial<E>): E[] => [
  entry,
  { ...entry, locale: 'en-CA', ...english },
];
const studies = category('etudes', { name: 'Études' });
const SOURCES = [
  { title: 'Une loi', publisher: 'Éditeur', url: 'https://fr.example/', readOn: '2026-11-24', lang: 'fr' },
  { title: 'An act', publisher: 'Publisher', url: 'https://en.example/', readOn: '2026-11-24', lang: 'en' },
];
const [FRENCH_SOURCE, ENGLISH_SOURCE] = SOURCES;
const quote = { type: 'quote', attribution: null, url: null } as const;
export const QUEBEC_OFFER = 'Une offre pour le Québec';
const HOSTILE_POLLS = [
  poll('sondage-ouvert', {
    question: HOSTILE,
    options: [
      { key: 'a', label: HOSTILE },
      { key: 'b', label: HOSTILE },
    ],
  }),
  poll('sondage-clos', { question: HOSTILE, intro: HOSTILE, state: 'closed' }),
];
const CONTENT: Entry[] = [
  ...both(poll('sondage'), { slug: 'poll', question: 'Question?' }),
  ...HOSTILE_POLLS,
  ...both(programme('pstq', { since: '2024-11-29' }), { slug: 'skilled-workers', name: 'Skilled workers' }),
  ...['2026-03-02', '2026-04-30'].flatMap((date) =>
    both(round(`ronde-${date}`, { programme: documentId('pstq'), date }), {}),
  ),
  ...both(programme('federal', { jurisdiction: 'CA' }), { slug: 'federal-program' }),
  ...both(
    programme('sans-ronde', {
      source: ENGLISH_SOURCE ?? null,
      history: [{ status: 'open', from: '2026-01-01', note: null, source: FRENCH_SOURCE ?? null }],
    }),
    { slug: 'no-round' },
  ),
  ...both(term('mot-cite', { sources: SOURCES }), { slug: 'quoted-word' }),
  ...both(
    article('cite', {
      sources: SOURCES,
      programmes: [documentId('sans-ronde')],
      body: [
        { ...quote, text: 'Une règle', lang: 'fr' },
        { ...quote, text: 'A rule', lang: 'en' },
        { ...quote, text: 'Une autre', lang: null },
      ],
    }),
    { slug: 'quoting' },
  ),
  ...both(term('arrimage', { name: 'Arrimage', acronym: 'ARR', programme: documentId('pstq') }), {
    slug: 'docking',
    name: 'Docking',
  }),
  ...both(issue('2026-11-23-hebdomadaire'), { slug: '2026-11-23-weekly', title: 'Arrima, in short' }),
  ...Array.from({ length: 60 }, (_, day) =>
    issue(`ancien-${day}`, { sentAt: new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString() }),
  ),
  issue('2026-11-24-quotidien', { title: HOSTILE, edition: 'daily', sentAt: '2026-11-24T12:00:00.000Z' }),
  ...both(studies, { slug: 'studies', name: 'Studies' }),
  ...both(article('arrima', { category: studies.documentId }), { slug: 'arrima-profile', title: 'Arrima' }),
  ...both(
    article('offre', {
      body: [
        { type: 'call-to-action', title: QUEBEC_OFFER, text: null, label: 'L', href: '/', quebec: true },
      ],
    }),
    { slug: 'offer' },
  ),
  article('corrige', { corrections: [{ date: '2026-05-06', text: 'Une date.' }] }),
  article('saguenay', {
    supersededBy: documentId('arrima'),
    seo: { title: null, description: null, noindex: true },
  }),
  ...Array.from({ length: 26 }, (_, index) =>
    article(`ancien-${index}`, {
      category: studies.documentId,
      publishedAt: `2025-05-${String(index + 1).padStart(2, '0')}T12:00:00Z`,
    }),
  ),
  ...HOSTILE_SITE,
  organization('en-CA', { navigation: [{ label: 'News', href: '/en/news/' }] }),
];

/** The picture of that content. */
export const NAME = 'a'.repeat(20);
const PICTURE = JSON.stringify({ name: NAME, width: 1_600, height: 900 });

/** Builds the site. @returns its files, by path. Throws with what Astro said */
export function buildWholeSite(): ReadonlyMap<string, string> {
  // Astro builds inside its project only.
  const out = resolve(WEB, `dist/whole-site-${process.pid}`);
  try {
    const dataDir = resolve(out, 'data');
    const database = writeSnapshot(snapshotPath(dataDir), CONTENT);
    database
      .prepare('INSERT INTO asset VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run('/uploads/a.webp', NAME, PICTURE, 'a', `/media/${NAME}.jpg`, 'b', 1);
    database.close();
    const built = spawnSync(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', `${out}/site`],
      {
        cwd: WEB,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, DATA_DIR: dataDir, SITE_URL: SITE, ASTRO_TELEMETRY_DISABLED: '1' },
      },
    );
    if (built.status !== 0) throw new Error(built.stderr + built.stdout);
    const root = `${out}/site/client`;
    return new Map(
      globSync(`${root}/**/*.*`).map((file) => [
        `/${relative(root, file)}`.replace(/(^|\/)index\.html$/, '$1'),
        readFileSync(file, 'utf8'),
      ]),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

import type { Issue } from '@passerelle/contracts';
import type { Crumb } from '../ui/crumb.ts';
import { identified } from './samples.ts';
import { words } from './words.ts';

/** What the atelier's lists and ways are shown with. */

export const CRUMBS: readonly Crumb[] = [
  { label: 'Accueil', path: '/' },
  { label: 'Nouvelles', path: '/nouvelles/' },
  { label: 'Regroupement familial et parrainage', path: '#chemins' },
];

export const TOPICS = ['Toutes', 'Études', 'Travail', 'Regroupement familial'].map((label, index) => ({
  label,
  path: '#listes',
  isCurrent: index === 1,
}));

const issue = (letter: string, edition: Issue['edition'], title: string): Issue => ({
  kind: 'issue',
  ...identified(letter),
  slug: 'exemple',
  title,
  edition,
  sentAt: '2026-11-02T14:00:00Z',
  body: [],
});

export const ISSUES: readonly Issue[] = [
  issue('d', 'daily', 'Un nouveau texte et une correction'),
  issue('w', 'weekly', words.longTitle),
  issue('k', 'campaign', 'Une lettre d’exemple'),
];

import type { Poll } from '@passerelle/contracts';
import type { VoteView } from '../features/poll/vote-view.ts';
import { identified } from './samples.ts';

/** What the atelier's polls are shown with. */

export const OPEN_POLL: Poll = {
  kind: 'poll',
  ...identified('o'),
  slug: 'exemple-ouvert',
  question: 'Où aimeriez-vous vous installer\u202f?',
  intro: 'Une seule question, pour mieux choisir nos prochains sujets.',
  selection: 'single',
  options: [
    { key: 'montreal', label: 'À Montréal' },
    { key: 'region', label: 'En région, là où un emploi m’attend et où ma famille pourra me rejoindre' },
    { key: 'indecis', label: 'Je ne sais pas encore' },
  ],
  min: 1,
  max: 1,
  resultsMode: 'after-vote',
  minVotesToShow: 10,
  opensAt: '2026-11-02T14:00:00Z',
  closesAt: '2027-06-30T21:00:00Z',
  state: 'open',
  final: null,
};

/** As the home page has it. */
export const HOME_POLL: Poll = {
  ...OPEN_POLL,
  ...identified('v'),
  question: 'De quoi devrions-nous parler\u202f?',
};

export const CLOSED_POLL: Poll = {
  ...OPEN_POLL,
  ...identified('p'),
  slug: 'exemple-clos',
  state: 'closed',
  resultsMode: 'always',
};

export const UPCOMING_POLL: Poll = {
  ...OPEN_POLL,
  ...identified('u'),
  slug: 'exemple-a-venir',
  state: 'upcoming',
};

export const COUNTS = {
  ballots: 317,
  options: [
    { key: 'montreal', count: 121 },
    { key: 'region', count: 164 },
    { key: 'indecis', count: 32 },
  ],
};

export const CONFIRMATION: Extract<VoteView, { kind: 'confirm' }> = {
  kind: 'confirm',
  poll: OPEN_POLL,
  choices: ['region'],
  key: 'exemple',
  token: 'exemple',
  because: null,
};

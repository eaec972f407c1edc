import type { DeskTexts } from './fr.ts';

export const en: DeskTexts = {
  refusals: {
    'poll-not-open': 'This poll isn’t open: this can’t be done any more, or not yet.',
    'poll-closes-in-past': 'The closing has to be in the future.',
    'poll-counted': 'This poll is counted out: its count is final.',
    'poll-word': 'What was typed isn’t the poll’s address name in French.',
  },
  table: {
    header: ['Item', 'Key', 'Words', 'Number', 'Percentage'],
    poll: 'Poll',
    exportedAt: 'Exported',
    state: 'State',
    states: { upcoming: 'Upcoming', open: 'Open', closed: 'Closed', final: 'Counted out' },
    opensAt: 'Opens',
    closesAt: 'Closes',
    closedAt: 'Closed',
    hash: 'Fingerprint',
    ballots: 'Ballots',
    option: 'Answer',
    hour: 'Ballots of the hour',
  },
  fileName: 'poll',
};

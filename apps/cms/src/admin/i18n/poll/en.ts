import type { LocalTime } from '../../times/local-times.ts';
import type { PollTexts } from './fr.ts';

const minute = ({ clock }: LocalTime) => clock.slice(0, 5);
const at = (time: LocalTime) =>
  time.day === null ? `today at ${minute(time)}` : `on ${time.day} at ${minute(time)}`;

export const pollEn: PollTexts = {
  title: 'Poll',
  loading: 'Reading the poll…',
  unreachable: 'The state of the poll could not be read. Trying again in a few seconds.',
  unsaved: 'Save the poll, then publish it in French: it will open on its date.',
  seePage: 'See the public page',

  unpublished: 'Not published',
  publishFirst: 'Publish the poll in French: it will open on its opening date, or at once without one.',
  upcoming: 'Upcoming',
  opens: (time) => `Opens ${at(time)}.`,
  opensSoon: 'Opens within a minute.',
  open: 'Open',
  closes: (time) => `Closes ${at(time)}.`,
  staysOpen: 'No closing is planned.',
  closed: 'Closed',
  closedAt: (time) => `Closed ${at(time)}.`,
  countsAt: (time) =>
    `It will be counted out ${at(time)}: until then a vote received before the closing may still arrive.`,
  final: 'Counted out',
  finalLine: 'The count is final, and the poll’s secret is destroyed.',
  zone: 'Québec time.',

  results: 'Results',
  ballots: (ballots, one) => `${ballots} ${one ? 'ballot' : 'ballots'}`,
  noBallot: 'No ballot.',
  share: (count, percentage) => `${count} · ${percentage}%`,
  ofBallots: 'Several answers a ballot: percentages are shares of the ballots.',

  course: 'Ballots received',
  byHour: '48 hours',
  byDay: 'By day',
  byHourLabel: 'By hour, over 48 hours',
  byDayLabel: 'By day, since the first ballot',
  most: (ballots) => `Maximum: ${ballots}`,
  hourChart: (from, to, total, most) =>
    `Ballots by hour, from ${from} to ${to}: ${total} in all, ${most} at most in an hour. The table follows.`,
  dayChart: (from, to, total, most) =>
    `Ballots by day, from ${from} to ${to}: ${total} in all, ${most} at most in a day. The table follows.`,
  table: 'Table of the hours',
  hour: 'Hour',
  hourBallots: 'Ballots',

  fingerprint: 'Fingerprint of the count',
  fingerprintLine:
    'SHA-256 of the text below. To check it, copy the text to a file as it is, with its last line feed, and compare with “sha256sum file”.',
  fingerprintText: 'Text to check',
  copy: 'Copy the text',
  copied: 'Text copied.',

  actions: 'Manage the poll',
  close: 'Close',
  extend: 'Extend',
  reset: 'Reset',
  export: 'Export',
  cancel: 'Cancel',
  dismiss: 'Close the window',
  failed:
    'The CMS did not answer as expected. Nothing shows that the action took place: check the state, then try again.',

  closeTitle: 'Close the poll',
  closeLines: [
    'No vote received after this instant will count, in any language.',
    'An hour later the poll is counted out: the count is published with its fingerprint, and the secret is destroyed. A closed poll can’t be opened again.',
  ],
  closeConfirm: 'Close now',
  closeDone: 'The poll is closed.',

  extendTitle: 'Extend the poll',
  extendLine: 'The new closing holds at once, in both languages, without publishing again.',
  closing: 'New closing (Québec time)',
  closingInvalid: 'Enter a day and a time to come.',
  extendConfirm: 'Change the closing',
  extendDone: 'The closing is changed.',

  resetTitle: 'Reset the poll',
  resetLines: (open) => [
    open
      ? 'All ballots received are erased for ever, and everyone may vote again.'
      : 'All ballots received are erased for ever. The poll stays closed: it will be counted out without ballots.',
    'The reset and its reason stay in the history.',
  ],
  word: (slug) => `To confirm, type “${slug}”`,
  wordWrong: 'Type exactly the poll’s address name in French.',
  noWord: 'The poll has no address name in French: save one first.',
  reason: 'Reason',
  reasonHint: 'Without personal information: it stays in the history.',
  reasonMissing: 'Say why.',
  resetConfirm: 'Erase the ballots',
  resetDone: 'The poll is reset.',

  exportTitle: 'Export the poll',
  exportLine:
    'The file holds the state, the counts, the percentages and the ballots by hour. The export is noted in the history.',
  format: 'Format',
  sheet: 'CSV for a spreadsheet (with byte order mark)',
  csv: 'CSV (RFC 4180)',
  json: 'JSON',
  exportConfirm: 'Download',
  exportDone: 'The file is downloaded.',

  history: 'History',
  noHistory: 'Nothing yet.',
  events: {
    opened: () => 'Opened',
    closed: () => 'Closed',
    extended: (_, closing) => (closing === null ? 'Closing moved' : `Extended, closes ${at(closing)}`),
    reset: (reason) => (reason === null ? 'Reset' : `Reset: ${reason}`),
    counted: () => 'Counted out',
    relabelled: (labels) => (labels === null ? 'Label corrected' : `Label corrected: ${labels}`),
    exported: () => 'Exported',
  },
  when: ({ clock, day }) => (day === null ? minute({ clock, day }) : `${day}, ${minute({ clock, day })}`),
  by: (actor) => `by ${actor}`,
  byItself: 'by itself',
};

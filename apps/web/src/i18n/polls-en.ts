import type { Messages } from './fr.ts';

/** Texts of the polls in English. */
export const pollsEn = {
  title: 'Flash polls',
  kicker: 'Flash poll',
  named: (question: string) => `Flash poll: ${question}`,
  description: 'One question, a few seconds: the newsroom’s flash polls and their results.',
  empty: 'No poll is published at the moment.',
  all: 'All polls',
  groups: { open: 'Open for voting', upcoming: 'Coming up', closed: 'Closed' },
  states: { open: 'Open for voting', upcoming: 'Coming up', closed: 'Closed' },

  single: 'One answer among:',
  multiple: (min: number, max: number) =>
    min === max ? `${max} answers among:` : `From ${min} to ${max} answers among:`,
  choices: 'Answers offered',
  opens: (moment: string) => `Voting opens: ${moment}`,
  closes: (moment: string) => `Voting ends: ${moment}`,
  closed: (moment: string) => `Voting ended on ${moment}`,
  moment: (day: string, time: string) => `${day}, ${time} (Eastern time)`,

  vote: 'Vote',
  seeResults: 'See the results',
  page: 'This poll’s own page',
  secret:
    'Your vote is secret. A single cookie is set, and only if you vote, so that no vote is counted twice.',
  trap: 'Leave this field empty',
  sending: 'Sending your vote…',
  working: 'Checking, a few seconds…',
  offline: 'Your vote could not be sent. Check your connection and vote again: it will not be counted twice.',

  errorTitle: (title: string) => `Error: ${title}`,
  errorSummary: 'One thing is left to correct',
  faults: {
    none: 'Choose an answer before you vote.',
    few: (min: number) => `Choose at least ${min} answers.`,
    many: (max: number) => `Choose no more than ${max} answers.`,
    unknown: 'One of the answers sent is no longer offered. Choose among these.',
  },

  confirm: {
    title: 'Confirm your vote',
    text: 'One more step: check your choice, then confirm it.',
    choice: 'Your choice',
    button: 'Confirm my vote',
    change: 'Change my answer',
  },

  accepted: 'Thank you! Your vote is counted.',
  received:
    'Your vote is received and being processed. It will be counted as soon as our central system answers, provided it arrived before voting ended.',
  hasVoted: 'Thank you! You have voted in this poll.',
  resultsOpen: 'Voting is under way: these results may still change.',
  resultsClosed: 'Voting has ended.',

  results: {
    title: (question: string) => `Results: ${question}`,
    heading: 'Results',
    caption: (question: string) => `Results of the poll: ${question}`,
    answer: 'Answer',
    share: 'Share',
    votes: 'Votes',
    own: 'Your choice',
    percent: (share: string) => `${share}%`,
    ballots: (ballots: string, one: boolean) => (one ? `${ballots} vote` : `${ballots} votes in all`),
    ofBallots:
      'Several answers were allowed: each share is one of the votes, and together they may exceed one hundred.',
    unscientific: 'An unscientific poll: it reflects only the views of those who chose to answer.',
    backToPoll: 'Back to the question',
    hidden: {
      'too-few': (least: number) =>
        `Results will be shown from ${least} votes on, so that nobody can be recognized.`,
      'after-vote': 'Results are shown once you have voted.',
      'after-close': 'Results will be shown when voting ends.',
      staff: 'The results of this poll are not public.',
      counting:
        'Voting has ended. The final count is under way and will appear here, usually within an hour.',
      'not-open': 'Voting is not open yet.',
      unavailable:
        'Results can’t be read at the moment: our central system does not answer. Votes already received are safe. Come back in a few minutes.',
    },
    final: (moment: string) => `Final count, closed on ${moment}`,
    hash: 'Fingerprint of the count (SHA-256)',
    text: 'The text of the count',
    verify:
      'This is the fingerprint of the text of the count: whoever computes it again from that text, for instance with sha256sum, must find the same one. Had a single figure changed, it would be a different one altogether.',
  },
  retryByPhone: (telephone: string) => `Call us: ${telephone}`,

  refusals: {
    invalid: {
      title: 'Your answer needs another look',
      text: 'What was sent is not among the answers offered. Choose again, then vote.',
    },
    'too-large': {
      title: 'Too much was sent',
      text: 'What was sent is far larger than a vote. Go back to the question and vote again.',
    },
    'wrong-type': {
      title: 'We could not read it',
      text: 'The vote did not arrive in a form that we can read. Go back to the question and vote again.',
    },
    'cross-origin': {
      title: 'A vote sent from another site',
      text: 'A vote can come from a page of this site only. Go back to the question and vote again.',
    },
    expired: {
      title: 'This page has waited too long',
      text: 'Your choice is kept, but it is not counted yet. Confirm it again.',
    },
    'too-fast': {
      title: 'That was a little too fast',
      text: 'The vote arrived faster than a person can read. Your choice is kept: confirm it again.',
    },
    trapped: {
      title: 'A hidden field was filled in',
      text: 'A field that must stay empty was filled in, probably by a tool of your browser. Your choice is kept: confirm it again.',
    },
    'too-many': {
      title: 'Too many votes from your network',
      text: 'Many votes have just come from the same network as yours. Wait ten minutes or so and vote again, or call us.',
    },
    'proof-wrong': {
      title: 'The check did not succeed',
      text: 'The computation asked of your browser gave no valid result. Your choice is kept: confirm it again.',
    },
    'key-reused': {
      title: 'Your first vote had arrived',
      text: 'This form was sent before with another answer, and the first one holds. Nothing was counted twice.',
    },
    'unknown-subject': {
      title: 'There is no such poll',
      text: 'It may have been withdrawn. The other polls are waiting for you.',
    },
    'not-open': {
      title: 'Voting is not open yet',
      text: 'Come back from the opening date on: your choice will be welcome then.',
    },
    closed: {
      title: 'Voting has ended',
      text: 'This poll is closed: it takes no more votes.',
    },
    'already-done': {
      title: 'You have already voted',
      text: 'A vote from this browser is already recorded in this poll. Thank you! Nothing was counted twice.',
    },
    unavailable: {
      title: 'Your vote could not be recorded',
      text: 'A fault on our side keeps us from taking your vote: it is not counted. Try again in a few minutes, or call us.',
    },
  },
} satisfies Messages['polls'];

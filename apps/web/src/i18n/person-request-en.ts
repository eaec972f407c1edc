import type { personRequestFr } from './person-request-fr.ts';
import { formRefusalsEn } from './refusals-en.ts';

/** Texts of the pages on which persons ask about their data, in English. */
export const personRequestEn = {
  title: 'Your personal information',
  description: 'See, correct, receive or have erased what we keep about you, or withdraw a consent.',
  lead: 'See, correct, receive or have erased what we keep about you. It is free, and we answer within 30 days (CQLR, c. P-39.1, s. 32).',
  steps:
    'We first send you a link to confirm that the address is yours. Nothing is told or erased before that.',
  collected:
    'What you write here serves to answer this request and nothing else. It is kept encrypted, for two years after the answer.',
  kind: 'What do you want to do?',
  kinds: {
    access: { label: 'See what you have about me', hint: 'A readable copy of all there is.' },
    rectification: {
      label: 'Correct something',
      hint: 'Say below what is wrong, and what is right.',
    },
    portability: {
      label: 'Receive my information in a common format',
      hint: 'A file that another system can read.',
    },
    erasure: {
      label: 'Have my information erased',
      hint: 'What the law has us keep stays, and we say why.',
    },
    withdrawal: { label: 'Withdraw a consent', hint: 'Say below which one. It costs nothing.' },
  },
  name: 'Your name',
  email: 'Your e-mail address',
  emailHint: 'The address you gave us: it is by it that we find your information.',
  message: 'Details',
  messageHint: 'Write neither a social insurance number nor a passport number.',
  submit: 'Send the request',
  faults: {
    kind: 'Choose what you want to do.',
    nameMissing: 'Write your name.',
    nameWrong: 'The name has more than 120 characters, or one that we can’t read.',
    emailMissing: 'Write your e-mail address.',
    emailWrong: 'This is no e-mail address: it needs an @ and a domain name.',
    message: 'The details have more than 2,000 characters, or one that we can’t read.',
  },
  sent: {
    title: 'Look in your e-mail',
    text: 'If the address is right, a link is waiting there. It is good for 7 days: follow it so that we begin.',
    nothing: 'Nothing came? Look in your junk mail, then check the address.',
    again: 'Make the request again',
  },
  confirm: {
    title: 'Confirm your request',
    text: 'Press the button to confirm that this address is yours and that the request is from you.',
    button: 'Confirm my request',
    done: 'Your request is confirmed',
    doneText: 'The person in charge answers you within 30 days of receiving your request.',
    reference: 'Your reference',
    received: 'We have your confirmation',
    receivedText: 'It will be handled in a few moments. There is nothing else for you to do.',
  },
  receive: {
    title: 'Get your information',
    text: 'Everything that we keep about you, as a ZIP file: a PDF to read, a table, the data themselves and the files that you had sent us.',
    care: 'Do this on a device of your own. The link works five times at most.',
    button: 'Download the ZIP file',
    gone: 'This link gives nothing any more',
    goneText: 'It is good for 14 days and five times at most. If you still need it, make a new request.',
    away: 'The file can’t be prepared now',
    awayText: 'Try again in a few minutes: this link stays good.',
  },
  refusals: {
    ...formRefusalsEn,
    invalid: {
      title: 'Your request needs another look',
      text: 'An answer doesn’t have the form we expect. Correct it, then send again.',
    },
    'too-many': {
      title: 'Too many requests from your network',
      text: 'Many have just come from the same network as yours. Wait some ten minutes, or call us.',
    },
    'unknown-subject': {
      title: 'We don’t know this link',
      text: 'It is incomplete, or too old. Open it again from the e-mail, whole, or make the request again.',
    },
    'not-open': {
      title: 'This form isn’t open yet',
      text: 'Write to or call the person in charge, named at the bottom of each page.',
    },
    closed: { title: 'This request is closed', text: 'It was answered.' },
    unavailable: {
      title: 'Nothing could be stored',
      text: 'A problem on our side prevents it. Try again in a few minutes, or call us.',
    },
  },
} satisfies typeof personRequestFr;

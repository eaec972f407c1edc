import type { PersonRequestMailTexts } from './fr.ts';

export const en = {
  kinds: {
    access: 'Access to your information',
    rectification: 'Correction of your information',
    portability: 'Copy of your information in a common format',
    erasure: 'Erasure of your information',
    withdrawal: 'Withdrawal of a consent',
  },
  confirm: {
    subject: 'Confirm your request about your personal information',
    heading: 'Confirm your address',
    lead: 'A request about personal information was made to us with this address. Confirm it so that we answer it: nothing is told or erased before.',
    button: 'Confirm my request',
    expires: 'The link is good for 7 days. We answer within 30 days of receiving your request.',
    notYou: 'It wasn’t you? Do nothing: without a confirmation the request is forgotten.',
  },
  notice: {
    subject: (reference: string) => `Request about personal information ${reference}`,
    heading: 'A person asks about their information',
    lead: (day: string) =>
      `The address is confirmed. An answer is due by ${day}. This message holds no personal information.`,
    button: 'Open the administration',
  },
  reminder: {
    subject: (reference: string) => `Reminder: request about personal information ${reference}`,
    heading: 'A request waits for its answer',
    headingLate: 'A request is overdue',
    lead: (days: number, day: string) =>
      `${days} ${days === 1 ? 'day is' : 'days are'} left to answer it, until ${day}. This message holds no personal information.`,
    leadLate: (day: string) =>
      `The answer was due on ${day}. Without an answer the request is deemed refused (CQLR c.\u00a0P-39.1, s.\u00a032). This message holds no personal information.`,
  },
  received: {
    subject: (reference: string) => `We received your request ${reference}`,
    heading: 'Your request is on record',
    lead: (day: string) =>
      `Your address is confirmed. The person in charge of the protection of personal information answers you in writing by ${day}.`,
    questions: 'For any question, reply to this message and give the reference.',
  },
  extended: {
    subject: (reference: string) => `Your request ${reference}: a new date`,
    heading: 'Our answer will take longer',
    lead: (day: string) =>
      `The Commission d’accès à l’information gave us more time: we answer you by ${day}. Here are its decision and the reason:`,
    recourse:
      'Without an answer by that day your request is deemed refused: you then have 30 days to ask the Commission d’accès à l’information in writing to examine the disagreement (CQLR c.\u00a0P-39.1, ss.\u00a032, 42, 43 and 46): www.cai.gouv.qc.ca.',
  },
  answered: {
    subject: (reference: string) => `Answer to your request ${reference}`,
    heading: 'Here is our answer',
    lead: 'The person in charge of the protection of personal information answers you:',
    fetch:
      'Your information doesn’t travel by mail. You get it on our site, as a ZIP file that has a PDF, a table, the data themselves and your files. The link is good for 14 days and five times at most; give it to nobody.',
    button: 'Get my information',
  },
  refused: {
    subject: (reference: string) => `Answer to your request ${reference}`,
    heading: 'We can’t act on it',
    lead: 'Here are the provision of the Act that this refusal is based on, and its reason.',
    provision: (provision: string) => `Provision: ${provision}`,
    reason: 'Reason:',
    help: 'We help you to understand this refusal if you ask for it: reply to this message. What the request is about is kept for as long as it takes to exhaust your recourses (s.\u00a036).',
    recourse:
      'If you disagree, you may ask the Commission d’accès à l’information in writing to examine the disagreement within 30 days of this answer (CQLR c.\u00a0P-39.1, ss.\u00a042 and 43): www.cai.gouv.qc.ca.',
  },
  erased: {
    subject: (reference: string) => `Your information is erased (${reference})`,
    heading: 'Your information is erased',
    lead: 'Everything that we could find by your address is erased: requests, answers, files, subscription, the content of messages.',
    left: 'We keep only a keyed hash of your address, which proves your consents and this erasure without saying who you are. Backups are destroyed when their time is over.',
    last: 'This message is the last one: your address isn’t kept in it once it has gone.',
  },
} satisfies PersonRequestMailTexts;

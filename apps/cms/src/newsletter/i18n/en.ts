import type { NewsletterTexts } from './fr.ts';

export const en: NewsletterTexts = {
  subject: (title, others) =>
    others === 0 ? title : `${title} and ${others} more ${others === 1 ? 'article' : 'articles'}`,
  correctedSubject: (count) =>
    count === 1
      ? 'An article you were sent has been corrected'
      : `${count} articles you were sent have been corrected`,
  heading: 'Newsletter',
  preview: (count) =>
    count === 1 ? 'One article since we last wrote.' : `${count} articles since we last wrote.`,
  correctedPreview: (count) =>
    count === 1 ? 'One correction since we last wrote.' : `${count} corrections since we last wrote.`,
  corrected: 'Corrected since we told you of it',
  more: (count) => (count === 1 ? 'And one more article' : `And ${count} more articles`),
  moreCorrected: (count) => (count === 1 ? 'And one more correction' : `And ${count} more corrections`),
  callouts: { note: 'Note', important: 'Important', deadline: 'Date to remember' },
  sourceLabel: 'Source',
  image: 'Image',
  readMore: 'To read',
  test: '[Test]',
  why: 'You receive this e-mail because this address is subscribed to Passerelle’s newsletter.',
  manage: 'Manage my preferences',
  unsubscribe: 'Unsubscribe',
  archive: {
    correctedTitle: 'Corrected articles',
    corrected: 'Corrected since the issue before',
  },
  colon: ': ',
};

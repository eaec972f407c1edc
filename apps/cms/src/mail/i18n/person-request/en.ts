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
} satisfies PersonRequestMailTexts;

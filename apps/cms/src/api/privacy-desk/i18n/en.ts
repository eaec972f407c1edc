import type { PrivacyDeskTexts } from './fr.ts';

export const en = {
  refusals: {
    'not-confirmed': 'The address isn’t confirmed: nothing can be told or erased.',
    'not-asked': 'This person didn’t ask to be erased.',
    'not-erased': 'Erase the person first: it is the erasure that answers this request.',
    'not-withdrawn': 'Choose the consent that this person withdraws: one stands.',
    'not-standing': 'This consent doesn’t stand, or this person didn’t ask to withdraw it.',
    'request-closed': 'This request is closed.',
    'date-wrong': 'Choose a day later than the due date, within a year of receiving the request.',
    'legal-hold': 'A request of this person must be kept. Nothing was erased.',
  },
  category: 'Personal information',
  actions: {
    work: 'Read and close requests of persons',
    bundle: 'Gather a person’s information',
    erase: 'Erase a person',
  },
} satisfies PrivacyDeskTexts;

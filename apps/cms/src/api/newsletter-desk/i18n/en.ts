import type { NewsletterDeskTexts } from './fr.ts';

export const en = {
  refusals: {
    'issue-in-other-state': 'This issue has changed its state meanwhile. Read the list anew, then try again.',
    'nothing-uncertain': 'Nothing of this issue is uncertain.',
    'own-campaign': 'Somebody else has to approve this campaign: you wrote or submitted it.',
    'nothing-new': 'There is nothing new since the issue before: it would go to nobody.',
    'test-not-taken': 'The mail server did not take the test. Try again in a few minutes.',
  },
  category: 'Newsletter',
  actions: {
    read: 'See issues',
    steer: 'Approve, pause, resume and cancel issues',
  },
  role: {
    name: 'Newsletter editor',
    description: 'Watches over the issues of the newsletter, approves, pauses and resumes them.',
  },
} satisfies NewsletterDeskTexts;

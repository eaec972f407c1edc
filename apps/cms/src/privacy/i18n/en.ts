import type { BundleTexts } from './fr.ts';

export const en = {
  fileName: 'personal-information',
  title: 'Your personal information',
  lead: 'Everything that we keep and can find by this address.',
  address: 'Address',
  made: 'Made on',
  none: 'Nothing.',
  parts: {
    inquiries: 'Requests',
    newsletter: 'Newsletter',
    consents: 'Consents',
    requests: 'Requests about your information',
    mails: 'E-mails that we sent you',
  },
  notFound:
    'What can’t be found by an address: answers of a request that was begun and not sent (erased by themselves after 14 days) and votes in polls. The content of e-mails is erased after 30 days.',
  exact: 'The JSON file has the exact text, also in scripts whose letters this document doesn’t have.',
  header: ['Part', 'Number', 'Field', 'Value'],
} satisfies BundleTexts;

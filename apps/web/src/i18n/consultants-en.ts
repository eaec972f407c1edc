import type { consultantsFr } from './consultants-fr.ts';

/** The same in English. */
export const consultantsEn = {
  title: 'Who advises you',
  licenceTitle: 'College licence',
  licence: (acronym: string, number: string) => `(${acronym}, licence ${number})`,
  classes: {
    RCIC: { short: 'RCIC', long: 'class RCIC (Canadian immigration and citizenship)' },
    'RCIC-IRB': {
      short: 'RCIC-IRB',
      long: 'class RCIC-IRB (Canadian immigration and citizenship, and representation before the Immigration and Refugee Board)',
    },
    RISIA: { short: 'RISIA', long: 'class RISIA (advice to international students)' },
  },
  verify: 'Check in the public register',
  verifyNamed: (number: string) => `Check in the public register: licence ${number}`,
  recognitionTitle: 'Recognition by Québec',
  recognized: (number: string, date: string) => `Number ${number}, valid until ${date}`,
  recognitionExpired: (date: string) => `Expired on ${date}`,
  recognizedBy: (number: string, date: string) => `Recognized by Québec, No. ${number}, valid until ${date}`,
  recognitionEnded: (date: string) => `Recognition by Québec expired on ${date}`,
  recognitionNone: 'None: takes on no file for Québec’s programs',
  languages: 'Languages',
  contractFirst: 'Writing or calling does not make you our client; only a written, signed contract does.',
  verification: {
    title: 'Checking a registration, in five minutes',
    steps: [
      'Look up the name or the licence number yourself in the College’s public register.',
      'The status has to be “Active” and “Entitled to practise”, “Yes”. Read the restrictions too.',
      'For a process in Québec, look up the same name in the Québec register of immigration consultants: the College’s licence alone is not enough.',
      'Reach the person through the contact details in the register, not those of an advertisement.',
    ],
    college: 'Public register of the College of Immigration and Citizenship Consultants',
    quebec: 'Québec register of immigration consultants (in French)',
  },
} satisfies typeof consultantsFr;

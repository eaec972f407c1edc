import type { Locale } from '@passerelle/contracts';

/** Where anyone can look a consultant up. Québec's page on its register is in French only. */
export const REGISTERS: Record<Locale, { college: string; quebec: string }> = {
  'fr-CA': {
    college: 'https://www.college-ic.ca/protecting-the-public/find-an-immigration-consultant?l=fr-CA',
    quebec:
      'https://www.quebec.ca/immigration/consultants-immigration/obtenir-titre-consultant-immigration/qui-doit-obtenir-reconnaissance',
  },
  'en-CA': {
    college: 'https://college-ic.ca/protecting-the-public/find-an-immigration-consultant',
    quebec:
      'https://www.quebec.ca/immigration/consultants-immigration/obtenir-titre-consultant-immigration/qui-doit-obtenir-reconnaissance',
  },
};

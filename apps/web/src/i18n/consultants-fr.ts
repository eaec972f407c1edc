import type { LicenceClass } from '@passerelle/contracts';

/** A class of licence: its acronym, and in words. */
interface ClassName {
  short: string;
  long: string;
}

/** Who practises, and how to verify it, in French; the College's own words for its classes of licence. */
export const consultantsFr = {
  title: 'Qui vous conseille',
  licenceTitle: 'Permis du Collège',
  licence: (acronym: string, number: string) => `(${acronym}, permis ${number})`,
  classes: {
    RCIC: { short: 'CRIC', long: 'catégorie CRIC (immigration et citoyenneté canadiennes)' },
    'RCIC-IRB': {
      short: 'CRIC-CISR',
      long: 'catégorie CRIC-CISR (immigration et citoyenneté canadiennes, et représentation devant la Commission de l’immigration et du statut de réfugié)',
    },
    RISIA: { short: 'CRIEE', long: 'catégorie CRIEE (conseils aux étudiants étrangers)' },
  } satisfies Record<LicenceClass, ClassName>,
  verify: 'Vérifier au registre public',
  verifyNamed: (number: string) => `Vérifier au registre public le permis ${number}`,
  recognitionTitle: 'Reconnaissance du Québec',
  recognized: (number: string, date: string) => `Numéro ${number}, valide jusqu’au ${date}`,
  recognitionExpired: (date: string) => `A pris fin le ${date}`,
  recognizedBy: (number: string, date: string) =>
    `Reconnaissance du Québec n°\u00a0${number}, valide jusqu’au ${date}`,
  recognitionEnded: (date: string) => `La reconnaissance du Québec a pris fin le ${date}`,
  recognitionNone: 'Aucune\u00a0: pas de mandat pour les programmes du Québec',
  languages: 'Langues',
  contractFirst:
    'Nous écrire ou nous appeler ne fait pas de vous notre client\u202f; seul un contrat écrit et signé le fait.',
  verification: {
    title: 'Vérifier une inscription, en cinq minutes',
    steps: [
      'Cherchez vous-même le nom ou le numéro de permis au registre public du Collège.',
      'Le statut doit être «\u00a0Actif\u00a0» et l’autorisation à exercer, «\u00a0oui\u00a0». Lisez aussi les restrictions.',
      'Pour une démarche au Québec, cherchez le même nom au Registre québécois des consultants en immigration\u00a0: le permis du Collège ne suffit pas.',
      'Joignez la personne par les coordonnées du registre, pas par celles d’une annonce.',
    ],
    college: 'Registre public du Collège des consultants en immigration et en citoyenneté',
    quebec: 'Registre québécois des consultants en immigration',
  },
};

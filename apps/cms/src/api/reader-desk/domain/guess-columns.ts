import { IMPORT_FIELDS, type ImportField, type ImportPreview } from '@passerelle/contracts';

/** How columns are named elsewhere, in French and in English, without accents and what isn't a letter. */
const NAMES: Readonly<Record<ImportField, RegExp>> = {
  email: /^(?:e?mail|courriel|adresse(?:courriel|email)?|emailaddress|address)$/,
  locale: /^(?:langu?e|language|locale|lang)$/,
  topics: /^(?:sujets?|topics?|interets?|interests?|categories)$/,
  programmes: /^program(?:me)?s?$/,
  frequency: /^(?:frequence|frequency|rythme)$/,
  consentDate: /^(?:date(?:du|de)?(?:consentement|consent)|consent(?:date|edat|at)|optintime|confirmtime)$/,
  wording: /^(?:texte|libelle|wording|texteduconsentement|consenttext)$/,
  source: /^(?:source|origine|origin|provenance)$/,
  evidence: /^(?:preuve|evidence|proof)$/,
};

/** Which column holds what, by the names in the header: each column once, the first that fits. */
export function guessColumns(header: readonly string[]): ImportPreview['guess'] {
  const names = header.map((name) =>
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, ''),
  );
  const guess: ImportPreview['guess'] = {};
  for (const field of IMPORT_FIELDS) {
    const column = names.findIndex((name) => NAMES[field].test(name));
    if (column !== -1) guess[field] = column;
  }
  return guess;
}

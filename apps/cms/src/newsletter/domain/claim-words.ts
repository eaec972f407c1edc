import type { Locale } from '@passerelle/contracts';

/**
 * Words by which a mailing promises what nobody may promise. A licensee's marketing is neither false nor misleading and
 * guarantees no outcome (Code of Professional Conduct for College of Immigration and Citizenship Consultants Licensees,
 * SOR/2022-128, « Marketing of Immigration or Citizenship Consulting Services »); filters of mail take the same words
 * for those of advertising nobody has asked for.
 */
const CLAIMS: Readonly<Record<Locale, readonly RegExp[]>> = {
  'fr-CA': [
    /garanti\p{L}*/giu,
    /100[\s\u00a0\u202f]?%/gu,
    /accélér\p{L}*/giu,
    /sans (?:aucun )?risque/giu,
    /succès assuré|résultat assuré/giu,
    /gratuit\p{L}*/giu,
    /dernière chance|offre limitée|agissez maintenant/giu,
  ],
  'en-CA': [
    /guarantee\p{L}*/giu,
    /100[\s\u00a0\u202f]?%/gu,
    /fast[- ]?track\p{L}*/giu,
    /risk[- ]free|no risk/giu,
    /assured success|certain approval/giu,
    /\bfree\b/giu,
    /last chance|limited offer|act now/giu,
  ],
};

/** What a text claims, as it says it, each once. */
export const claimsIn = (text: string, locale: Locale): string[] => [
  ...new Set(CLAIMS[locale].flatMap((claim) => text.match(claim) ?? []).map((found) => found.toLowerCase())),
];

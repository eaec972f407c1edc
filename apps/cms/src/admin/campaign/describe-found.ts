import type { CampaignChecks } from '../../api/campaign-desk/domain/answers.ts';
import type { CampaignTexts } from '../i18n/campaign/fr.ts';

/** What a check has found, a line for each: where, in which language. */
export function describeFound(
  { found }: Pick<CampaignChecks['checks'][number], 'found'>,
  words: Pick<CampaignTexts, 'block' | 'languages'>,
): string[] {
  return found.flatMap(({ locale, what }) => {
    const parts = [
      locale === null ? '' : words.languages[locale],
      /^\d+$/.test(what) ? words.block(what) : what,
    ].filter((part) => part !== '');
    return parts.length === 0 ? [] : [parts.join(' – ')];
  });
}

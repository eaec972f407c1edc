import { LOCALES, type Locale } from '@passerelle/contracts';
import type { Connection } from '../platform/jobs/database.ts';
import { findRendition } from './adapters/rendition-rows.ts';
import { campaignContentSchema } from './domain/campaign.ts';
import type { OpenEdition } from './edition.ts';
import { IssueRefused } from './prepare-issue.ts';
import type { Rendition } from './rendition.ts';

/** All of a language get the same. */
const KEY = 'campaign';

/** What the frozen rendition of a language is called. */
export const frozenKey = (locale: Locale): string => `${locale} ${KEY}`;

interface CampaignOptions {
  connection: Connection;
  /** Whether the practice may offer services for Québec's programmes now. */
  offersQuebec: () => Promise<boolean>;
}

/**
 * Opens campaigns: their words were frozen when they were submitted, and are sent as they were then; what they offer
 * must still be so.
 */
export function createCampaigns({ connection, offersQuebec }: CampaignOptions): OpenEdition {
  return async (issue) => {
    const { segment, sender, quebec } = campaignContentSchema.parse(issue.content);
    if (quebec && !(await offersQuebec())) throw new IssueRefused('recognition-expired');
    const frozen = new Map<Locale, Rendition>();
    for (const locale of LOCALES) {
      const rendition = await findRendition(connection, issue.id, frozenKey(locale));
      if (rendition !== null) frozen.set(locale, rendition);
    }
    return {
      segment,
      senderOf: (locale) => sender[locale] ?? [],
      choose: ({ locale }) => (frozen.has(locale) ? { key: KEY } : { excluded: 'other-locale' }),
      async render(locale) {
        const rendition = frozen.get(locale);
        if (rendition === undefined) throw new Error('a campaign is sent in a language it has no words of');
        return rendition;
      },
    };
  };
}

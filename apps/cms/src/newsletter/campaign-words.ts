import { DEFAULT_LOCALE, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { readSenderBlock } from '../mail/adapters/organization.ts';
import type { SenderBlock } from '../mail/sender-block.ts';
import { readCampaign } from './adapters/campaign-rows.ts';
import { readMailImages } from './adapters/mail-images.ts';
import { readArticleTitles, readArticleWords } from './adapters/published-articles.ts';
import type { Campaign, CampaignText } from './domain/campaign.ts';
import type { Rendition } from './rendition.ts';
import { writeCampaign } from './write-campaign.ts';

/** A campaign in each language it is written in, as it would be sent now. */
export interface WrittenCampaign {
  campaign: Campaign;
  languages: readonly WrittenText[];
}

export interface WrittenText {
  text: CampaignText;
  rendition: Rendition;
  sender: SenderBlock;
  /** Addresses of the chosen articles. */
  articleUrls: readonly string[];
  /** Titles of chosen articles that aren't public in this language. */
  missingArticles: readonly string[];
}

/** Writes a campaign as it stands. Null when there is none. */
export async function writeCampaignNow(
  strapi: Core.Strapi,
  documentId: string,
  siteUrl: string,
): Promise<WrittenCampaign | null> {
  const campaign = await readCampaign(strapi, documentId);
  if (campaign === null) return null;
  const { articles, texts } = campaign;
  const [wordsOf, titles, images] = [
    await readArticleWords(strapi, articles, siteUrl),
    await readArticleTitles(strapi, articles),
    await readMailImages(
      strapi,
      texts.flatMap(({ blocks }) => blocks),
    ),
  ];
  const senders = new Map<Locale, SenderBlock>();
  for (const { locale } of texts) senders.set(locale, await readSenderBlock(strapi, locale));
  const senderOf = (locale: Locale) => senders.get(locale) ?? [];
  const languages: WrittenText[] = [];
  for (const text of texts) {
    const sender = senderOf(text.locale);
    languages.push({
      text,
      rendition: await writeCampaign(text, articles, { siteUrl, wordsOf, senderOf, images }),
      sender,
      articleUrls: articles.flatMap((id) => wordsOf(id, text.locale)?.url ?? []),
      missingArticles: articles
        .filter((id) => wordsOf(id, text.locale) === undefined)
        .map((id) => titles.get(id) ?? id),
    });
  }
  return { campaign, languages };
}

/** What a campaign is called in lists: its subject in French, or in its only language. */
export const titleOf = ({ texts }: Pick<Campaign, 'texts'>): string =>
  (texts.find(({ locale }) => locale === DEFAULT_LOCALE) ?? texts[0])?.subject ?? '';

import type { Locale } from '@passerelle/contracts';
import { compileMjml, fillSlots } from '../mail/compile.ts';
import { layoutMjml, layoutSlots, layoutText } from '../mail/layout.ts';
import { Markup, markup } from '../mail/markup.ts';
import type { SenderBlock } from '../mail/sender-block.ts';
import type { CampaignText } from './domain/campaign.ts';
import { newsletterTexts } from './i18n/texts.ts';
import { blocksMarkup, type MailPlaces } from './mail-blocks.ts';
import { oneLine } from './one-line.ts';
import { blocksText } from './plain-blocks.ts';
import { type InlineImage, READER_SLOTS, type Rendition } from './rendition.ts';
import type { ArticleWords } from './write-digest.ts';

/** What a campaign's words take besides themselves. */
export interface CampaignSurroundings {
  /** Public address of the site, without a trailing slash. */
  siteUrl: string;
  /** Chosen articles, by document id; undefined for what isn't public in the language. */
  wordsOf(article: string, locale: Locale): ArticleWords | undefined;
  senderOf(locale: Locale): SenderBlock;
  /** Images by their address in the library. */
  images: ReadonlyMap<string, InlineImage>;
}

const compiled = new Map<Locale, Promise<string>>();

/** Writes a campaign in one of its languages: the HTML part and the plain text, each written for itself. */
export async function writeCampaign(
  { locale, subject, preheader, intro, blocks }: CampaignText,
  articles: readonly string[],
  { siteUrl, wordsOf, senderOf, images }: CampaignSurroundings,
): Promise<Rendition> {
  const texts = newsletterTexts(locale);
  const sender = senderOf(locale);
  const shown = articles.flatMap((id) => {
    const words = wordsOf(id, locale);
    return words === undefined ? [] : [{ id, ...words }];
  });
  const used = new Map<string, InlineImage>();
  const places: MailPlaces = {
    locale,
    linkOf: (href) => wholeLink(href, siteUrl),
    imageOf(url) {
      const image = images.get(url);
      if (image === undefined) throw new Error('an image of a campaign was not read');
      used.set(image.cid, image);
      return `cid:${image.cid}`;
    },
  };
  const line = oneLine(subject);
  const paragraphs = (intro ?? '').split(/\n{2,}/).filter((part) => part.trim() !== '');
  const slots = {
    ...layoutSlots({ subject: line, heading: line, preview: preheader ?? '' }, sender),
    intro: markup`${paragraphs.map((part) => markup`<p style="margin:0 0 12px">${part}</p>`)}`,
    blocks: blocksMarkup(blocks, places),
    articles: articlesMarkup(texts.readMore, shown),
    ...READER_SLOTS,
  };
  const text = [
    line,
    '',
    ...paragraphs.flatMap((part) => [part, '']),
    ...blocksText(blocks, places),
    ...(shown.length === 0 ? [] : [`${texts.readMore}${texts.colon}`, '']),
    ...shown.flatMap(({ title, dek, url }) => [title, ...(dek === null ? [] : [dek]), url, '']),
    texts.why,
    `${texts.manage}${texts.colon}${READER_SLOTS.manage}`,
    `${texts.unsubscribe}${texts.colon}${READER_SLOTS.unsubscribe}`,
    '',
  ];
  return {
    subject: line,
    html: fillSlots(await compiledOf(locale), slots),
    text: layoutText(locale, text.join('\n'), sender),
    articles: shown.map(({ id }) => id),
    images: [...used.values()],
  };
}

/** A link as a mail has it: a path of the site becomes a whole address. */
export const wholeLink = (href: string, siteUrl: string): string =>
  href.startsWith('/') ? siteUrl + href : href;

function compiledOf(locale: Locale): Promise<string> {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const { why, manage, unsubscribe } = newsletterTexts(locale);
  const compiling = compileMjml(
    layoutMjml(
      locale,
      `
      <mj-text padding-top="0">{{intro}}{{blocks}}{{articles}}</mj-text>
      <mj-text css-class="soft" font-size="13px">${why}<br><a href="{{manage}}">${manage}</a> · <a href="{{unsubscribe}}">${unsubscribe}</a></mj-text>`,
    ),
  );
  compiled.set(locale, compiling);
  return compiling;
}

const HEADING = 'margin:24px 0 4px;font-size:18px;line-height:1.3';

function articlesMarkup(heading: string, articles: readonly ArticleWords[]): Markup {
  if (articles.length === 0) return new Markup('');
  const items = articles.map(({ title, dek, url }) => {
    const lead = dek === null ? new Markup('') : markup`<p style="margin:0 0 8px">${dek}</p>`;
    return markup`<h3 style="margin:12px 0 4px;font-size:17px;line-height:1.3"><a href="${url}">${title}</a></h3>${lead}`;
  });
  return markup`<h2 style="${HEADING}">${heading}</h2>${items}`;
}

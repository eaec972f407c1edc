import type { Locale } from '@passerelle/contracts';
import { compileMjml, fillSlots } from '../mail/compile.ts';
import { layoutMjml, layoutSlots, layoutText } from '../mail/layout.ts';
import { Markup, markup } from '../mail/markup.ts';
import type { SenderBlock } from '../mail/sender-block.ts';
import { newsletterTexts } from './i18n/texts.ts';
import { oneLine } from './one-line.ts';
import type { WriteDigest } from './open-digest.ts';
import { READER_SLOTS } from './rendition.ts';

/** What a digest says of an article, in one language. */
export interface ArticleWords {
  title: string;
  /** Its introduction, when it has one. */
  dek: string | null;
  /** Of its page. */
  url: string;
  /** Its last correction. */
  correction: string | null;
}

interface DigestWords {
  /** undefined where an article isn't there in the language any longer. */
  wordsOf(article: string, locale: Locale): ArticleWords | undefined;
  /** The page with all news. */
  newsUrl(locale: Locale): string;
  senderOf(locale: Locale): SenderBlock;
}

/**
 * What one digest shows. Whoever was away for long is told how many more there are: a mail that is cut off by its
 * reader's program, or an issue held for its length, would tell them less.
 */
const SHOWN = 25;

/** How many there are beyond those that are shown, in words; null when all are. */
function beyond(ids: readonly string[], words: (count: number) => string): string | null {
  return ids.length > SHOWN ? words(ids.length - SHOWN) : null;
}

const compiled = new Map<Locale, Promise<string>>();

/** Writes digests in the design of all mail; the plain text is written, not stripped. */
export function createDigestWriter(words: DigestWords): WriteDigest {
  return async (locale, content) => {
    const texts = newsletterTexts(locale);
    const found = (ids: readonly string[]) => ids.flatMap((id) => words.wordsOf(id, locale) ?? []);
    const articles = found(content.articles.slice(0, SHOWN));
    const corrected = found(content.corrected.slice(0, SHOWN));
    const more = beyond(content.articles, texts.more);
    const moreCorrected = beyond(content.corrected, texts.moreCorrected);
    const sender = words.senderOf(locale);
    const newest = articles[0];
    const subject = oneLine(
      newest === undefined
        ? texts.correctedSubject(content.corrected.length)
        : texts.subject(newest.title, content.articles.length - 1),
    );
    const preview =
      newest === undefined
        ? texts.correctedPreview(content.corrected.length)
        : texts.preview(content.articles.length);
    const slots = {
      ...layoutSlots({ subject, heading: texts.heading, preview }, sender),
      articles: markup`${articles.map(articleMarkup)}`,
      corrected: correctedMarkup(texts.corrected, corrected, moreCorrected),
      more: more === null ? new Markup('') : markup`<p><a href="${words.newsUrl(locale)}">${more}</a></p>`,
      ...READER_SLOTS,
    };
    const text = [
      ...articles.flatMap(({ title, dek, url }) => [title, ...(dek === null ? [] : [dek]), url, '']),
      ...(more === null ? [] : [`${more}${texts.colon}${words.newsUrl(locale)}`, '']),
      ...(corrected.length === 0 ? [] : [`${texts.corrected}${texts.colon}`, '']),
      ...corrected.flatMap(({ title, correction, url }) => [
        title,
        ...(correction === null ? [] : [correction]),
        url,
        '',
      ]),
      ...(moreCorrected === null ? [] : [moreCorrected, '']),
      texts.why,
      `${texts.manage}${texts.colon}${READER_SLOTS.manage}`,
      `${texts.unsubscribe}${texts.colon}${READER_SLOTS.unsubscribe}`,
      '',
    ];
    return {
      subject,
      html: fillSlots(await compiledOf(locale), slots),
      text: layoutText(locale, text.join('\n'), sender),
      articles: content.articles,
      images: [],
    };
  };
}

function compiledOf(locale: Locale): Promise<string> {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const { why, manage, unsubscribe } = newsletterTexts(locale);
  const compiling = compileMjml(
    layoutMjml(
      locale,
      `
      <mj-text padding-top="0">{{articles}}{{more}}</mj-text>
      <mj-text>{{corrected}}</mj-text>
      <mj-text css-class="soft" font-size="13px">${why}<br><a href="{{manage}}">${manage}</a> · <a href="{{unsubscribe}}">${unsubscribe}</a></mj-text>`,
    ),
  );
  compiled.set(locale, compiling);
  return compiling;
}

const HEADING = 'margin:20px 0 4px;font-size:18px;line-height:1.3';

function articleMarkup({ title, dek, url }: ArticleWords): Markup {
  const lead = dek === null ? new Markup('') : markup`<p style="margin:0 0 8px">${dek}</p>`;
  return markup`<h2 style="${HEADING}"><a href="${url}">${title}</a></h2>${lead}`;
}

function correctedMarkup(heading: string, articles: readonly ArticleWords[], more: string | null): Markup {
  if (articles.length === 0) return new Markup('');
  const items = articles.map(({ title, url, correction }) => {
    const said = correction === null ? new Markup('') : markup`<br>${correction}`;
    return markup`<li style="margin:0 0 8px"><a href="${url}">${title}</a>${said}</li>`;
  });
  const rest = more === null ? new Markup('') : markup`<p style="margin:8px 0 0">${more}</p>`;
  return markup`<h2 style="${HEADING}">${heading}</h2><ul style="margin:0;padding-left:20px">${items}</ul>${rest}`;
}

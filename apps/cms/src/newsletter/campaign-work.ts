import { type Locale, newsletterPath } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Clock } from '../platform/jobs/settings.ts';
import { listIssuesOf } from './adapters/campaign-issue-rows.ts';
import { readCampaign } from './adapters/campaign-rows.ts';
import type { Issue } from './adapters/issue-rows.ts';
import { deadLinks } from './adapters/link-check.ts';
import { storeLook } from './adapters/news-rows.ts';
import { readPublicArticles } from './adapters/published-articles.ts';
import { offersQuebec } from './adapters/quebec-offer.ts';
import { type WrittenCampaign, type WrittenText, writeCampaignNow } from './campaign-words.ts';
import type { CampaignSegment } from './domain/campaign.ts';
import { type CheckResult, checkCampaign, maySend, type WrittenLanguage } from './domain/campaign-checks.ts';
import { linkKind, linksOf } from './domain/campaign-links.ts';
import {
  type Actor,
  freezeCampaign,
  languagesOf,
  type SubmitRefusal,
  type SubmitWish,
} from './freeze-campaign.ts';
import { newsletterTexts } from './i18n/texts.ts';
import { htmlOctets } from './message-source.ts';
import { READER_SLOTS } from './rendition.ts';
import type { SendTest } from './send-test.ts';
import { signatureOf } from './signature.ts';
import { wholeLink } from './write-campaign.ts';

/** How many readers a segment has now. */
interface SegmentCount {
  candidates: number;
  meant: number;
  excluded: Readonly<Record<string, number>>;
}

export interface CampaignSetting {
  strapi: Core.Strapi;
  clock: Clock;
  /** Public address of the site, without a trailing slash. */
  siteUrl: string;
  countReaders: (segment: CampaignSegment) => Promise<SegmentCount>;
  sendTest: SendTest;
  /** Has the sender look. */
  wake: () => void;
}

/** What may be done with campaigns before they are issues like any other. */
export interface CampaignWork {
  /** The languages a campaign is written in, French first; none when there is no such campaign. */
  locales(documentId: string): Promise<readonly Locale[]>;
  /** The campaign in each of its languages. Null when there is none. */
  write(documentId: string): Promise<WrittenCampaign | null>;
  /** How many readers it would go to now. Null when there is no such campaign. */
  count(documentId: string): Promise<SegmentCount | null>;
  /** Looks at all that could keep it from being sent. Asks the site for its own pages. Null when there is none. */
  check(documentId: string): Promise<CheckResult[] | null>;
  /**
   * Freezes a campaign as it stands, and makes its issue.
   *
   * @returns null when it was done, undefined when there is no such campaign.
   */
  submit(
    documentId: string,
    wish: SubmitWish,
  ): Promise<SubmitRefusal | 'campaign-unready' | null | undefined>;
  /** Sends a language of it to one address, as a test. False when it isn't written in it, or the mail wasn't taken. */
  test(documentId: string, locale: Locale, to: { address: string; actor: Actor }): Promise<boolean>;
  /** Its issues, the newest first. */
  issues(documentId: string): Promise<Issue[]>;
}

export function createCampaignWork(setting: CampaignSetting): CampaignWork {
  const { strapi, clock, siteUrl } = setting;
  const { connection } = strapi.db;
  const write = (documentId: string) => writeCampaignNow(strapi, documentId, siteUrl);

  async function checkWritten({ campaign, languages }: WrittenCampaign): Promise<CheckResult[]> {
    const sent = languagesOf(campaign, languages);
    const written: WrittenLanguage[] = [];
    for (const language of sent) written.push(await asChecked(language, siteUrl));
    const { meant } = await setting.countReaders(campaign.segment);
    return checkCampaign({
      campaign,
      languages: written,
      offersQuebec: await offersQuebec(strapi, clock()),
      readers: meant,
      unsubscribe: READER_SLOTS.unsubscribe,
    });
  }

  return {
    async locales(documentId) {
      const campaign = await readCampaign(strapi, documentId);
      return campaign?.texts.map(({ locale }) => locale) ?? [];
    },
    write,
    async count(documentId) {
      const campaign = await readCampaign(strapi, documentId);
      return campaign === null ? null : setting.countReaders(campaign.segment);
    },
    async check(documentId) {
      const written = await write(documentId);
      return written === null ? null : checkWritten(written);
    },
    async submit(documentId, wish) {
      // What is corrected after its words are frozen is a correction to whoever gets them.
      await storeLook(connection, await readPublicArticles(strapi), clock().getTime());
      const written = await write(documentId);
      if (written === null) return undefined;
      if (!maySend(await checkWritten(written))) return 'campaign-unready';
      const refusal = await connection.transaction((trx) => freezeCampaign(trx, written, wish, clock()));
      if (refusal === null) setting.wake();
      return refusal;
    },
    async test(documentId, locale, { address, actor }) {
      const written = await write(documentId);
      const rendition = written?.languages.find(({ text }) => text.locale === locale)?.rendition;
      if (rendition === undefined) return false;
      const subject = `${newsletterTexts(locale).test} ${rendition.subject}`;
      const page = siteUrl + newsletterPath(locale);
      const links = { unsubscribe: page, manage: page };
      if (!(await setting.sendTest({ ...rendition, subject }, { address, links }))) return false;
      await connection.transaction((trx) =>
        recordAudit(trx, {
          at: clock(),
          actor: actor.name,
          action: 'newsletter-test',
          subject: documentId,
          detail: locale,
        }),
      );
      return true;
    },
    issues: (documentId) => listIssuesOf(connection, documentId),
  };
}

async function asChecked(language: WrittenText, siteUrl: string): Promise<WrittenLanguage> {
  const { text, rendition, sender, missingArticles, articleUrls } = language;
  const { subject, html, text: plain, images } = rendition;
  const links = linksOf(text.blocks).map((link) => wholeLink(link, siteUrl));
  const broken = links.filter((link) => linkKind(link, siteUrl) === 'broken');
  const own = links.filter((link) => linkKind(link, siteUrl) === 'own');
  return {
    ...{ text, subject, html, plain, missingArticles },
    signature: signatureOf(text.locale, sender),
    htmlOctets: htmlOctets(rendition),
    imageOctets: images.reduce((total, { base64 }) => total + base64.length, 0),
    badLinks: [...broken, ...(await deadLinks([...new Set([...own, ...articleUrls])]))],
  };
}

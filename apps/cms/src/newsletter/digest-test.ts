import { LOCALES, newsletterPath } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { applicationPart } from '../platform/application-part.ts';
import type { Clock } from '../platform/jobs/settings.ts';
import { readUntilBefore } from './adapters/archive-rows.ts';
import type { Issue } from './adapters/issue-rows.ts';
import { storeLook } from './adapters/news-rows.ts';
import { readPublicArticles } from './adapters/published-articles.ts';
import { everythingEdition } from './domain/everything-edition.ts';
import { newsletterTexts } from './i18n/texts.ts';
import { digestContentSchema, type WriteDigest } from './open-digest.ts';
import type { SendTest } from './send-test.ts';

/** How a test of a digest ended. */
export type DigestTested = 'sent' | 'nothing-new' | 'not-taken';

/**
 * Sends a digest that waits to one address, in each language that has something new: as it would be made now for
 * whoever reads everything and has had every one before it. It tells no reader of anything.
 */
export type TestDigest = (issue: Issue, address: string) => Promise<DigestTested>;

interface TestOptions {
  strapi: Core.Strapi;
  clock: Clock;
  /** Public address of the site, without a trailing slash. */
  siteUrl: string;
  openWords: (articles: readonly string[]) => Promise<WriteDigest>;
  sendTest: SendTest;
}

export function createDigestTest({ strapi, clock, siteUrl, openWords, sendTest }: TestOptions): TestDigest {
  const { connection } = strapi.db;
  return async (issue, address) => {
    const { frequency } = digestContentSchema.parse(issue.content);
    const { news, at } = await storeLook(connection, await readPublicArticles(strapi), clock().getTime());
    const since = (await readUntilBefore(connection, frequency, at)) ?? 0;
    let ended: DigestTested = 'nothing-new';
    for (const locale of LOCALES) {
      const content = everythingEdition(news, locale, { since, until: at });
      if (content === null) continue;
      const write = await openWords([...content.articles, ...content.corrected]);
      const rendition = await write(locale, content);
      const subject = `${newsletterTexts(locale).test} ${rendition.subject}`;
      const page = siteUrl + newsletterPath(locale);
      const links = { unsubscribe: page, manage: page };
      if (!(await sendTest({ ...rendition, subject }, { address, links }))) return 'not-taken';
      ended = 'sent';
    }
    return ended;
  };
}

const part = applicationPart<TestDigest>('tests of digests');

/** Gives an application its tests of digests, once. */
export const setDigestTest = part.set;

/** The tests of digests of an application. */
export const digestTestOf = part.of;

import {
  type IssueEdition,
  issueEditionSchema,
  type Locale,
  type RichText,
  slugSchema,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { suggestSlug } from '../api/site/domain/slugs.ts';
import type { Transaction } from '../platform/jobs/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { readSentRenditions, readUntilBefore } from './adapters/archive-rows.ts';
import { type ArchivedWords, archive, isArchived } from './adapters/archived-issues.ts';
import { type Issue, readIssue } from './adapters/issue-rows.ts';
import { readNews } from './adapters/news-rows.ts';
import { readArticleWords } from './adapters/published-articles.ts';
import { readRendition } from './adapters/rendition-rows.ts';
import { dayOf } from './digest-schedules.ts';
import { type ArchivedArticle, articlesBody, textBody } from './domain/archived-body.ts';
import { everythingEdition } from './domain/everything-edition.ts';
import { newsletterTexts } from './i18n/texts.ts';
import { SLOT } from './rendition.ts';

/** The job that puts an issue into the archive; its payload is `{ issue }`. */
const ARCHIVE_JOB = 'newsletter.archive';
const payloadSchema = z.strictObject({ issue: z.string() });

const DAY_MS = 86_400_000;
/** What the first digest of a rhythm tells of, in milliseconds. */
const FIRST_SPAN_MS = { daily: DAY_MS, weekly: 7 * DAY_MS, monthly: 31 * DAY_MS };
type Rhythm = keyof typeof FIRST_SPAN_MS;

const rhythmSchema = z.object({ frequency: issueEditionSchema.exclude(['campaign']) });

/** Asks for an issue to be archived, in the transaction in which it is finished. */
export function askToArchive(
  jobs: Pick<Jobs, 'enqueue'>,
  transaction: Transaction,
  issue: string,
): Promise<void> {
  return jobs.enqueue({ name: ARCHIVE_JOB, payload: { issue }, dedupeKey: issue }, transaction);
}

/** Has issues archived once they are finished (L11). Before the jobs are started. */
export function registerArchive(strapi: Core.Strapi, jobs: Pick<Jobs, 'work'>): void {
  jobs.work(ARCHIVE_JOB, async ({ payload }) => {
    const { issue: id } = payloadSchema.parse(payload);
    await archiveIssue(strapi, id);
  });
}

/**
 * Puts an issue into the archive in the languages it was sent in, once: one that an editor takes away stays away.
 * Digests of each article aren't kept: what they told of is in the news.
 */
export async function archiveIssue(strapi: Core.Strapi, id: string): Promise<void> {
  const issue = await readIssue(strapi.db.connection, id);
  const edition = issue === null ? null : editionOf(issue);
  if (issue === null || edition === null || (await isArchived(strapi, issue.id))) return;
  const { connection } = strapi.db;
  const sent = await readSentRenditions(connection, issue.id);
  const write =
    edition === 'campaign' ? campaignWriter(strapi, issue, sent) : await digestWriter(strapi, issue, edition);
  const words = new Map<Locale, ArchivedWords>();
  for (const locale of sent.keys()) {
    const own = await write(locale);
    if (own === null || own.body.length === 0) continue;
    const slug = suggestSlug(
      `${dayOf(issue.at)} ${edition === 'campaign' ? own.title : SLUG[edition][locale]}`,
    );
    words.set(locale, { ...own, slug: slugSchema.parse(slug) });
  }
  if (words.size > 0) {
    await archive(strapi, { issue: issue.id, edition, sentAt: issue.sendAt.toISOString() }, words);
  }
}

/** What a digest's address is made of, beside its day. */
const SLUG: Readonly<Record<Rhythm, Readonly<Record<Locale, string>>>> = {
  daily: { 'fr-CA': 'quotidien', 'en-CA': 'daily' },
  weekly: { 'fr-CA': 'hebdomadaire', 'en-CA': 'weekly' },
  monthly: { 'fr-CA': 'mensuel', 'en-CA': 'monthly' },
};

function editionOf({ kind, content }: Issue): IssueEdition | null {
  return kind === 'campaign' ? 'campaign' : (rhythmSchema.safeParse(content).data?.frequency ?? null);
}

/** Writes an issue in one language; null where it says nothing there. */
type WriteArchived = (locale: Locale) => Promise<{ title: string; body: RichText } | null>;

function campaignWriter(
  { db }: Core.Strapi,
  { id }: Issue,
  sent: ReadonlyMap<Locale, string>,
): WriteArchived {
  return async (locale) => {
    const key = sent.get(locale);
    if (key === undefined) return null;
    const { subject, text } = await readRendition(db.connection, id, key);
    return { title: subject, body: textBody(text, SLOT) };
  };
}

async function digestWriter(
  strapi: Core.Strapi,
  { until, at }: Issue,
  rhythm: Rhythm,
): Promise<WriteArchived> {
  const { connection } = strapi.db;
  const news = await readNews(connection);
  const end = (until ?? at).getTime();
  const since = (await readUntilBefore(connection, rhythm, end)) ?? end - FIRST_SPAN_MS[rhythm];
  return async (locale) => {
    const content = everythingEdition(news, locale, { since, until: end });
    if (content === null) return null;
    const { articles, corrected } = content;
    // Without the site's address: a path of it is what a page leads to.
    const wordsOf = await readArticleWords(strapi, [...articles, ...corrected], '');
    const found = (ids: readonly string[]): ArchivedArticle[] =>
      ids.flatMap((id) => {
        const words = wordsOf(id, locale);
        return words === undefined ? [] : [{ ...words, path: words.url }];
      });
    const texts = newsletterTexts(locale);
    const shown = found(articles);
    const [newest] = shown;
    const title =
      newest === undefined ? texts.archive.correctedTitle : texts.subject(newest.title, shown.length - 1);
    return { title, body: articlesBody(shown, found(corrected), texts.archive.corrected) };
  };
}

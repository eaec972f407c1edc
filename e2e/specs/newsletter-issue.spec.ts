import { type Browser, expect } from '@playwright/test';
import { z } from 'zod';
import { headerOf, linkIn, mailsTo, mailTo, scan } from '../support/mailbox.ts';
import {
  fillBox,
  freshEmail,
  LETTER,
  oneClick,
  pick,
  type Reader,
  readerLinks,
  subscribe,
} from '../support/newsletter.ts';
import { articleFields, openNewsroom, sendAsEditor, told } from '../support/newsroom.ts';
import { freshAddress, type Locale, siteUrl } from '../support/polls.ts';
import { complaintsOf, test } from '../support/visitors.ts';

/** An article's way to its readers: they subscribe, it is published, they are told of it, and they end it. */

const ISSUES = '/passerelle/newsletter/issues';
const ISSUE = 'newsletter-issue';
const WITHIN = { timeout: 30_000, intervals: [50] };

const issuesSchema = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      addsUp: z.boolean(),
      prepared: z.number().nullable(),
      deliveries: z.object({ sent: z.number(), skipped: z.number(), failed: z.number() }),
    }),
  ),
});

interface Visitor {
  locale: Locale;
  javaScriptEnabled: boolean;
}
const VISITORS: readonly Visitor[] = (['fr-CA', 'en-CA'] as const).flatMap((locale) =>
  [true, false].map((javaScriptEnabled) => ({ locale, javaScriptEnabled })),
);
const NEWS: Record<Locale, string> = { 'fr-CA': '/nouvelles/', 'en-CA': '/en/news/' };

/** Somebody who wants to hear of each article, from the box on the home page to the confirmed link. */
async function join(
  browser: Browser,
  { locale, javaScriptEnabled }: Visitor,
): Promise<Reader & { locale: Locale }> {
  const words = LETTER[locale];
  const context = await browser.newContext({
    javaScriptEnabled,
    extraHTTPHeaders: { 'x-forwarded-for': freshAddress() },
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page, siteUrl('/'));
  const email = freshEmail();
  await fillBox(page, locale === 'fr-CA' ? '/' : '/en/', locale, email);
  await pick(page, words.instant);
  await subscribe(page, locale);

  // A scanner of mails has been at every link before: had one of them done anything, what follows would fail.
  const confirm = linkIn(await mailTo(email, 'newsletter-confirm'), words.confirm);
  await scan(confirm);
  await page.goto(confirm);
  const heading = page.getByRole('heading', { level: 1 });
  if (!javaScriptEnabled) {
    await page.getByRole('main').getByRole('button', { name: words.confirmTitle }).click();
  }
  await expect(heading).toHaveText(words.confirmed);
  const links = readerLinks(await mailTo(email, 'newsletter-welcome'), locale);
  await scan(links.manage);
  await scan(links.end);
  expect([complaints, await context.cookies()]).toEqual([[], []]);
  await context.close();
  return { locale, email, ...links };
}

async function publishArticle() {
  const newsroom = await openNewsroom();
  const french = articleFields('Un seuil qui intéresse tout le monde');
  const english = articleFields('A threshold everybody cares for');
  const id = await newsroom.draft('fr-CA', french);
  await newsroom.draft('en-CA', english, id);
  for (const [locale, fields] of [['fr-CA', french] as const, ['en-CA', english] as const]) {
    expect((await newsroom.publish(id, locale, fields)).status).toBe(200);
  }
  return { 'fr-CA': french, 'en-CA': english };
}

/** The newest issue that has readers. */
async function newestIssue() {
  const answer = await sendAsEditor('GET', ISSUES);
  const { issues } = issuesSchema.parse(await answer.json());
  const found = issues.find(({ id, prepared }) => id.startsWith('digest instant') && (prepared ?? 0) > 0);
  if (found === undefined) throw new Error('No issue has been prepared.');
  return found;
}

async function act(id: string, action: 'pause' | 'resume'): Promise<void> {
  const done = await sendAsEditor('POST', `${ISSUES}/${encodeURIComponent(id)}/actions`, { action });
  expect(done.status, await done.text()).toBe(204);
}

test('an article reaches who wants to hear of each, once; one click also stops a mail that is queued', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const readers = await Promise.all(VISITORS.map((visitor) => join(browser, visitor)));
  const issuesTo = ({ email }: Reader) => mailsTo(email).filter(({ template }) => template === ISSUE);
  const reached = () => readers.filter((reader) => issuesTo(reader).length > 0);

  const fields = await publishArticle();
  await expect.poll(() => reached().length, WITHIN).toBeGreaterThan(0);
  const { id } = await newestIssue();
  await act(id, 'pause');
  const waiting = readers.filter((reader) => issuesTo(reader).length === 0);
  expect(waiting.length, 'nobody was waiting when the issue was paused').toBeGreaterThan(0);

  const ended = waiting.slice(0, 1);
  for (const { end } of ended) {
    // Mail programs say it more than once.
    for (let time = 0; time < 2; time += 1) {
      const answer = await oneClick(end);
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    }
  }
  await act(id, 'resume');
  await expect.poll(async () => (await newestIssue()).state, WITHIN).toBe('finished');
  expect(await newestIssue()).toMatchObject({
    id,
    addsUp: true,
    prepared: readers.length,
    deliveries: { sent: readers.length - ended.length, skipped: ended.length, failed: 0 },
  });

  for (const reader of readers) {
    const { locale, email, manage, end } = reader;
    if (ended.includes(reader)) {
      expect(issuesTo(reader)).toEqual([]);
      continue;
    }
    const mail = await mailTo(email, ISSUE);
    expect(mail.subject).toBe(fields[locale].title);
    const news = new URL(NEWS[locale], told('SITE_URL')).href;
    expect(mail.text.match(new RegExp(`${news}[^/\\s]+/`, 'g'))).toEqual([`${news}${fields[locale].slug}/`]);
    expect(headerOf(mail, 'List-Unsubscribe')).toContain(`<${end}>`);
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(linkIn(mail, LETTER[locale].manage)).toBe(manage);
    await scan(end);
    expect((await oneClick(end)).status).toBe(200);
  }
  for (const { locale, manage } of readers) {
    await page.goto(manage);
    await expect(page.getByRole('main')).toContainText(LETTER[locale].ended);
  }
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locale } from '@passerelle/contracts';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  campaignAudienceSchema,
  campaignChecksSchema,
  campaignLookSchema,
  campaignPreviewSchema,
} from '../../src/api/campaign-desk/domain/answers.ts';
import { issueListSchema } from '../../src/api/newsletter-desk/domain/answers.ts';
import { tokenWith } from '../support/accounts.ts';
import { type AdminSession, signIn } from '../support/admin.ts';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { bodyOf, publish, publishedArticle, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { formOf, tokenIn } from '../support/newsletter.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

const MAIL_FROM = 'Passerelle <infolettre@passerelle.example>';
const SOON = { timeout: 20_000, interval: 100 };
const CAMPAIGNS = '/passerelle/newsletter/campaigns';
const ISSUES = '/passerelle/newsletter/issues';
const CAMPAIGN = 'api::campaign.campaign';
const FRENCH = ['un@exemple.example', 'deux@exemple.example', 'trois@exemple.example'];
const ENGLISH = 'visitor@exemple.example';

const savedSchema = z.object({ data: z.object({ documentId: z.string() }) });
const refusedSchema = z.object({ error: z.object({ details: z.object({ code: z.string() }) }) });
const codeOf = async (answer: Response) => refusedSchema.parse(await answer.json()).error.details.code;

/** The pages of a site that has no others than its news. */
async function startSite() {
  const server = createServer((request, response) => {
    response.statusCode =
      request.url?.startsWith('/nouvelles/') || request.url?.startsWith('/en/news/') ? 200 : 404;
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((closed) => server.close(closed)) };
}

describe.each(databases)('a campaign on $name', ({ start }) => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let sink: SmtpSink;
  let cms: TestCms;
  let admin: AdminSession;
  /** Somebody else who may approve. */
  let chief: string;
  beforeAll(async () => {
    [site, sink] = [await startSite(), await startSink()];
    cms = await start({
      environment: {
        SMTP_URL: sink.url,
        MAIL_FROM,
        SITE_URL: site.url,
        NEWSLETTER_CONNECTIONS: '2',
        NEWSLETTER_APPROVAL: 'yes',
      },
    });
    admin = await signIn(cms);
    chief = await tokenWith(cms, [
      { action: 'api::newsletter-desk.read' },
      { action: 'api::newsletter-desk.steer' },
    ]);
    await writeConsultant(cms);
    await writeOrganization(cms);
  });
  afterAll(async () => {
    await cms.stop();
    await Promise.all([sink.close(), site.close()]);
  });

  const rows = (table: string) => cms.strapi.db.connection(table);
  const mailsTo = async (address: string) =>
    Promise.all(
      sink.taken.filter(({ to }) => to.includes(address)).map(({ source }) => PostalMime.parse(source)),
    );

  async function join(email: string, locale: Locale, frequency: 'daily' | 'weekly' = 'daily') {
    const wish = {
      email,
      topics: [],
      frequency,
      wording: 'newsletter-1',
      notice: 'notice-1',
      formVersion: '1',
      page: '/infolettre/',
    };
    await submit(cms, [formOf('subscribe', wish, { locale })]);
    const waitFor = (count: number) =>
      vi.waitFor(async () => {
        const mails = await mailsTo(email);
        expect(mails).toHaveLength(count);
        return mails.at(-1)?.text ?? '';
      }, SOON);
    await submit(cms, [
      formOf('newsletter-confirm', { token: tokenIn({ text: await waitFor(1) }) }, { locale }),
    ]);
    return tokenIn({ text: await waitFor(2) });
  }

  async function draft(fields: object, locale: Locale = 'fr-CA', documentId?: string): Promise<string> {
    const path = `/content-manager/collection-types/${CAMPAIGN}${documentId ? `/${documentId}` : ''}?locale=${locale}`;
    const saved = documentId ? await admin.put(path, fields) : await admin.post(path, fields);
    expect(saved.ok, await saved.clone().text()).toBe(true);
    return savedSchema.parse(await saved.json()).data.documentId;
  }

  const ask = async (documentId: string, below = '') => {
    const answer = await admin.get(`${CAMPAIGNS}/${documentId}${below}`);
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const look = async (documentId: string) => campaignLookSchema.parse(await ask(documentId));
  const audience = async (documentId: string) =>
    campaignAudienceSchema.parse(await ask(documentId, '/audience'));
  const failed = async (documentId: string) =>
    campaignChecksSchema
      .parse(await ask(documentId, '/checks'))
      .checks.filter(({ state }) => state === 'failed');
  const submitted = async (documentId: string, sendAt: string | null = null) => {
    const answer = await admin.post(`${CAMPAIGNS}/${documentId}/issue`, { sendAt });
    return answer.status === 409 ? codeOf(answer) : answer.status;
  };
  const issueOf = async (documentId: string) => {
    const { issue } = await look(documentId);
    if (issue === null) throw new Error('the campaign has no issue');
    return issue;
  };
  /** Does something to a campaign's issue as the chief. */
  async function act(documentId: string, action: string): Promise<number> {
    const { id } = await issueOf(documentId);
    return (await cms.post(`${ISSUES}/${encodeURIComponent(id)}/actions`, { action }, chief)).status;
  }
  const reached = (documentId: string, state: string) =>
    vi.waitFor(async () => {
      const issue = await issueOf(documentId);
      expect(issue).toMatchObject({ state, addsUp: true });
      return issue;
    }, SOON);
  const subjectsTo = async (address: string) =>
    (await mailsTo(address))
      .filter(({ headers }) => headers.some(({ key }) => key === 'list-id'))
      .map(({ subject }) => subject);

  const tokens = new Map<string, string>();
  let article: string;
  let campaign: string;

  it('is checked, in each language, before it may be submitted', async () => {
    for (const address of FRENCH) tokens.set(address, await join(address, 'fr-CA'));
    await join(ENGLISH, 'en-CA', 'weekly');
    article = await publishedArticle(cms, { title: 'Un seuil a changé', slug: 'un-seuil' });
    await write(cms, 'article', article, 'en-CA', { title: 'A threshold has changed', slug: 'a-threshold' });
    await publish(cms, 'article', article, 'en-CA');
    campaign = await draft({
      subject: 'Notre lettre',
      intro: 'Bonjour à vous.',
      body: [
        {
          __component: 'blocks.rich-text',
          content: [
            {
              type: 'paragraph',
              children: [{ type: 'link', url: '/rien/', children: [{ type: 'text', text: 'ici' }] }],
            },
          ],
        },
      ],
      articles: { connect: [{ documentId: article, locale: 'fr-CA' }] },
      audience: 'both',
    });
    expect(await failed(campaign)).toEqual([
      { check: 'languages', state: 'failed', found: [{ locale: 'en-CA', what: '' }] },
      { check: 'links', state: 'failed', found: [{ locale: 'fr-CA', what: `${site.url}/rien/` }] },
    ]);
    expect(await submitted(campaign)).toBe('campaign-unready');
    expect(await look(campaign)).toMatchObject({ locales: ['fr-CA'], issue: null, open: true });

    await draft({ body: bodyOf('Voici du nouveau.') }, 'fr-CA', campaign);
    await draft({ subject: 'Our letter', intro: 'Hello.', body: bodyOf('Here is news.') }, 'en-CA', campaign);
    expect(await failed(campaign)).toEqual([]);
    const preview = campaignPreviewSchema.parse(await ask(campaign, '/preview?locale=en-CA'));
    expect(preview.subject).toBe('Our letter');
    expect(preview.html).toContain('A threshold has changed');
    expect(preview.text).toContain(`${site.url}/en/news/a-threshold/`);
    expect(preview.html + preview.text).not.toContain('\ue000');
  });

  it('is tried out by who writes it, at their own address', async () => {
    const answer = await admin.post(`${CAMPAIGNS}/${campaign}/test`, { locale: 'en-CA' });
    expect(answer.status).toBe(204);
    const [mail] = await mailsTo(cms.administrator.email);
    expect(mail?.subject).toBe('[Test] Our letter');
    expect(await rows('passerelle_deliveries')).toEqual([]);
    expect((await admin.post(`${CAMPAIGNS}/${campaign}/test`, { locale: 'de' })).status).toBe(400);
  });

  it('is counted by its segment as it will be prepared', async () => {
    expect(await audience(campaign)).toEqual({ candidates: 4, meant: 4, excluded: {} });
    await draft({ frequency: 'weekly' }, 'fr-CA', campaign);
    expect(await audience(campaign)).toEqual({ candidates: 4, meant: 1, excluded: { 'other-frequency': 3 } });
    await draft({ frequency: null, joinedFrom: '2020-01-01', joinedTo: '2020-12-31' }, 'fr-CA', campaign);
    expect(await audience(campaign)).toMatchObject({ meant: 0, excluded: { 'outside-segment': 4 } });
    expect((await failed(campaign)).map(({ check }) => check)).toEqual(['audience']);
    await draft({ joinedFrom: null, joinedTo: null }, 'fr-CA', campaign);
    expect(await audience(campaign)).toMatchObject({ meant: 4 });
  });

  it('waits for somebody else than who wrote it, where approval is on', async () => {
    expect(await submitted(campaign, new Date(Date.now() - 1000).toISOString())).toBe('time-past');
    const both = await Promise.all([submitted(campaign), submitted(campaign)]);
    expect(both.sort()).toEqual([204, 'campaign-submitted']);
    const issue = await issueOf(campaign);
    expect(issue).toMatchObject({ state: 'held', subject: 'Notre lettre', kind: 'campaign', campaign });
    expect(issue.actions).toEqual(['cancel']);
    const mine = await admin.post(`${ISSUES}/${encodeURIComponent(issue.id)}/actions`, { action: 'approve' });
    expect([mine.status, await codeOf(mine)]).toEqual([409, 'own-campaign']);
    const listed = issueListSchema.parse(await (await cms.get(ISSUES, chief)).json());
    expect(listed.issues[0]).toMatchObject({ id: issue.id, actions: ['approve', 'cancel'] });
  });

  it('is sent as it was when it was submitted, to each reader in their language, and paused at will', async () => {
    await draft({ subject: 'Un autre sujet', intro: 'Tout autre chose.' }, 'fr-CA', campaign);
    await write(cms, 'article', article, 'fr-CA', { title: 'Un titre récrit' });
    await publish(cms, 'article', article);
    sink.script.recipient = 451;
    expect(await act(campaign, 'approve')).toBe(204);
    await vi.waitFor(async () => {
      const tried = await rows('passerelle_deliveries').where('attempts', '>', 0);
      expect(tried).toHaveLength(4);
    }, SOON);
    expect(await act(campaign, 'pause')).toBe(204);
    expect(await issueOf(campaign)).toMatchObject({ state: 'paused', candidates: 4, prepared: 4 });
    sink.script.recipient = 'accept';
    await submit(cms, [
      formOf('newsletter-unsubscribe', { token: tokens.get('trois@exemple.example') ?? '' }),
    ]);
    await rows('passerelle_deliveries').update({ next_at: 1 });
    expect(await act(campaign, 'resume')).toBe(204);
    const issue = await reached(campaign, 'finished');
    expect(issue.deliveries).toMatchObject({ sent: 3, skipped: 1, failed: 0, uncertain: 0 });

    expect(await subjectsTo('un@exemple.example')).toEqual(['Notre lettre']);
    expect(await subjectsTo('trois@exemple.example')).toEqual([]);
    expect(await subjectsTo(ENGLISH)).toEqual(['Our letter']);
    const mail = (await mailsTo('un@exemple.example')).at(-1);
    expect(mail?.text).toContain('Bonjour à vous.');
    expect(mail?.text).toContain('Un seuil a changé');
    expect(mail?.html).not.toContain('récrit');
    const token = tokens.get('un@exemple.example');
    expect(mail?.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(
      `<${site.url}/infolettre/desabonnement/${token}/>`,
    );
    expect(await submitted(campaign)).toBe('campaign-submitted');
    expect(await rows('passerelle_audit').where({ action: 'newsletter-submit' })).toHaveLength(1);
  });

  it('that is cancelled reaches nobody else, adds up, and may be submitted again only if nobody has it', async () => {
    const other = await draft({ subject: 'Une autre', intro: 'Bonjour.', audience: 'fr-CA' });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await submitted(other, later)).toBe(204);
    expect(await act(other, 'approve')).toBe(204);
    expect(await issueOf(other)).toMatchObject({ state: 'approved', sendAt: later });
    expect(await act(other, 'hold')).toBe(204);
    expect(await act(other, 'cancel')).toBe(204);
    expect(await look(other)).toMatchObject({ open: true, issue: { state: 'cancelled' } });

    expect(await submitted(other, later)).toBe(204);
    expect(await act(other, 'approve')).toBe(204);
    sink.script.recipient = 451;
    expect(await act(other, 'start')).toBe(204);
    await reached(other, 'sending');
    expect(await act(other, 'cancel')).toBe(204);
    const issue = await vi.waitFor(async () => {
      const cancelled = await issueOf(other);
      expect(cancelled.deliveries.skipped).toBe(2);
      return cancelled;
    }, SOON);
    sink.script.recipient = 'accept';
    expect(issue).toMatchObject({ state: 'cancelled', candidates: 4, prepared: 2, addsUp: true });
    expect(issue.excluded).toEqual({ 'other-locale': 1, unsubscribed: 1 });
    expect(await subjectsTo('deux@exemple.example')).toEqual(['Notre lettre']);
    expect(await look(other)).toMatchObject({ open: true });
    await rows('passerelle_deliveries').where({ issue: issue.id }).update({ state: 'sent' });
    expect(await look(other)).toMatchObject({ open: false });
    expect(await submitted(other)).toBe('campaign-sent');
  });

  it('is nobody’s business whose role doesn’t say so', async () => {
    const path = `${CAMPAIGNS}/${campaign}`;
    expect((await cms.get(path)).status).toBe(401);
    expect((await cms.get(path, chief)).status).toBe(403);
    expect((await cms.post(`${path}/test`, { locale: 'fr-CA' }, chief)).status).toBe(403);
    expect((await cms.post(`${path}/issue`, { sendAt: null }, chief)).status).toBe(403);
    expect((await admin.get(`${CAMPAIGNS}/${'a'.repeat(24)}`)).status).toBe(404);
  });
});

import { randomUUID } from 'node:crypto';
import { entriesResponseSchema, type Locale, uncertainIssuesSchema } from '@passerelle/contracts';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { issueListSchema } from '../../src/api/newsletter-desk/domain/answers.ts';
import { archiveIssue } from '../../src/newsletter/archive-issue.ts';
import { registerDigests } from '../../src/newsletter/digest-schedules.ts';
import type { JobHandler } from '../../src/platform/jobs/jobs.ts';
import { tokenWith } from '../support/accounts.ts';
import { type AdminSession, signIn } from '../support/admin.ts';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { publish, publishedArticle, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { formOf, tokenIn } from '../support/newsletter.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

const MAIL_FROM = 'Passerelle <infolettre@passerelle.example>';
const BOUNCE_EMAIL = 'retours+*@passerelle.example';
const SOON = { timeout: 20_000, interval: 200 };
const ISSUES = '/passerelle/newsletter/issues';
const UNCERTAIN = '/passerelle/newsletter/uncertain';
const FRENCH = 'visiteur@exemple.example';
const ENGLISH = 'visitor@exemple.example';

describe.each(databases)('an issue of the newsletter on $name', ({ start }) => {
  let sink: SmtpSink;
  let cms: TestCms;
  let admin: AdminSession;
  beforeAll(async () => {
    sink = await startSink();
    const environment = { SMTP_URL: sink.url, MAIL_FROM, BOUNCE_EMAIL, NEWSLETTER_CONNECTIONS: '2' };
    cms = await start({ environment });
    admin = await signIn(cms);
  });
  afterAll(async () => {
    await cms.stop();
    await sink.close();
  });

  const rows = (table: string) => cms.strapi.db.connection(table);
  const mailsTo = async (address: string) => {
    const sources = sink.taken.filter(({ to }) => to.includes(address)).map(({ source }) => source);
    return Promise.all(sources.map((source) => PostalMime.parse(source)));
  };
  const issuesTo = async (address: string) =>
    (await mailsTo(address)).filter(({ headers }) => headers.some(({ key }) => key === 'list-id'));
  const waitForMails = (address: string, count: number) =>
    vi.waitFor(async () => {
      const mails = await mailsTo(address);
      expect(mails).toHaveLength(count);
      return mails.at(-1)?.text ?? '';
    }, SOON);

  async function join(email: string, locale: Locale): Promise<string> {
    const wish = {
      email,
      topics: [],
      frequency: 'daily' as const,
      wording: 'newsletter-1',
      notice: 'notice-1',
      formVersion: '1',
      page: '/infolettre/',
    };
    await submit(cms, [formOf('subscribe', wish, { locale })]);
    const asked = await waitForMails(email, 1);
    await submit(cms, [formOf('newsletter-confirm', { token: tokenIn({ text: asked }) }, { locale })]);
    return tokenIn({ text: await waitForMails(email, 2) });
  }

  /** Has the digest of a day before now opened by its job; the sender of the CMS finds it. */
  async function openDaily(daysAgo: number, needsApproval = false): Promise<string> {
    const known = await rows('passerelle_issues').select('id');
    const at = new Date(Date.now() - daysAgo * 86_400_000);
    const handlers = new Map<string, JobHandler>();
    registerDigests({
      connection: cms.strapi.db.connection,
      jobs: { work: (name, handler) => handlers.set(name, handler), schedule: () => undefined },
      clock: () => at,
      needsApproval: async () => needsApproval,
      wake: () => undefined,
    });
    const job = { id: '1', payload: {}, attempt: 1, signal: new AbortController().signal };
    await handlers.get('newsletter.daily')?.(job);
    const [opened] = await rows('passerelle_issues').whereNotIn(
      'id',
      known.map(({ id }) => id),
    );
    return opened.id;
  }

  async function look(id: string) {
    const answer = await admin.get(ISSUES);
    const { issues } = issueListSchema.parse(await answer.json());
    const issue = issues.find((one) => one.id === id);
    if (issue === undefined) throw new Error(`no issue ${id}`);
    expect(issue.addsUp).toBe(true);
    return issue;
  }
  const finished = (id: string) =>
    vi.waitFor(async () => {
      const issue = await look(id);
      expect(issue.state).toBe('finished');
      return issue;
    }, SOON);
  const act = (id: string, action: string) =>
    admin.post(`${ISSUES}/${encodeURIComponent(id)}/actions`, { action });

  let french: string;
  let held: string;

  it('is held, and tells of it, as long as nobody is named who sends it', async () => {
    french = await join(FRENCH, 'fr-CA');
    await join(ENGLISH, 'en-CA');
    const article = await publishedArticle(cms, { title: 'Un seuil a changé', slug: 'un-seuil' });
    await write(cms, 'article', article, 'en-CA', { title: 'A threshold has changed', slug: 'a-threshold' });
    await publish(cms, 'article', article, 'en-CA');
    held = await openDaily(5);
    const id = held;
    await vi.waitFor(async () => {
      expect(await look(id)).toMatchObject({ state: 'held', problem: 'sender-missing' });
      expect(await rows('passerelle_audit').where({ subject: 'newsletter-refused' })).toHaveLength(1);
    }, SOON);
    expect(await issuesTo(FRENCH)).toEqual([]);
  });

  it('can be tried out by whoever may let it go, at their own address, in each language', async () => {
    expect((await look(held)).actions).toEqual(['test', 'approve', 'cancel']);
    const before = sink.taken.length;
    expect((await act(held, 'test')).status).toBe(204);
    const tests = await Promise.all(sink.taken.slice(before).map(({ source }) => PostalMime.parse(source)));
    expect(tests.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/ Un seuil a changé$/),
      expect.stringMatching(/ A threshold has changed$/),
    ]);
    expect(new Set(sink.taken.slice(before).flatMap(({ to }) => to)).size).toBe(1);
    expect(await issuesTo(FRENCH)).toEqual([]);
    expect(await rows('passerelle_audit').where({ action: 'newsletter-test', subject: held })).toHaveLength(
      1,
    );
  });

  it('once approved reaches each reader in their language, with the ways to end it', async () => {
    await writeConsultant(cms);
    await writeOrganization(cms);
    const id = held;
    expect((await act(id, 'approve')).status).toBe(204);
    const issue = await finished(id);
    expect(issue).toMatchObject({ candidates: 2, prepared: 2, problem: null, actions: [] });
    expect(issue.deliveries).toMatchObject({ sent: 2, failed: 0, uncertain: 0, skipped: 0 });

    const [mail] = await issuesTo(FRENCH);
    expect(mail?.subject).toBe('Un seuil a changé');
    expect(mail?.text).toContain('Cabinet inc.');
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
    expect(header('list-unsubscribe')).toBe(`<http://localhost:4321/infolettre/desabonnement/${french}/>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail?.text).toContain(`http://localhost:4321/infolettre/desabonnement/${french}/`);
    // What comes back of it comes to an address that tells which mail it was.
    const returned = sink.taken.find(({ from }) => from.startsWith('retours+'));
    const [, token] = /^Message-ID: <([\w-]{43})@localhost>/m.exec(returned?.source ?? '') ?? [];
    expect(returned?.from).toBe(`retours+${token}@passerelle.example`);
    const [english] = await issuesTo(ENGLISH);
    expect(english?.subject).toBe('A threshold has changed');
    expect(english?.text).toContain('http://localhost:4321/en/news/a-threshold/');
  });

  it('stays to be read by everybody, in each language, with nothing of a reader', async () => {
    const answer = await vi.waitFor(async () => {
      const response = await cms.get('/api/site/entries?kind=issue', cms.siteToken);
      const text = await response.text();
      expect(entriesResponseSchema.parse(JSON.parse(text)).entries).toHaveLength(2);
      return text;
    }, SOON);
    const { entries } = entriesResponseSchema.parse(JSON.parse(answer));
    const archived = entries.flatMap((entry) => (entry.kind === 'issue' ? [entry] : []));
    expect(archived.map(({ title, edition }) => [title, edition])).toEqual([
      ['Un seuil a changé', 'daily'],
      ['A threshold has changed', 'daily'],
    ]);
    expect(archived[0]?.slug).toMatch(/^\d{4}-\d\d-\d\d-quotidien$/);
    expect(JSON.stringify(archived[0]?.body)).toContain('/nouvelles/un-seuil/');
    for (const own of [french, FRENCH, ENGLISH, 'exemple.example', 'desabonnement', '\ue000']) {
      expect(answer).not.toContain(own);
    }
  });

  it('is out of the archive once an editor has taken it away, also when it is finished anew', async () => {
    const [row] = await rows('issues').whereNotNull('published_at');
    await cms.strapi
      .documents('api::issue.issue')
      .unpublish({ documentId: row.document_id, locale: 'fr-CA' });
    await archiveIssue(cms.strapi, held);
    const response = await cms.get('/api/site/entries?kind=issue', cms.siteToken);
    const { entries } = entriesResponseSchema.parse(await response.json());
    expect(entries.map(({ locale }) => locale)).toEqual(['en-CA']);
  });

  it('that would go to nobody can’t be tried out, nor one that is made', async () => {
    const id = await openDaily(6, true);
    const refused = await act(id, 'test');
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('nothing-new')]);
    expect((await act(id, 'cancel')).status).toBe(204);
    expect((await act(id, 'test')).status).toBe(409);
  });

  it('is not sent when there is nothing new', async () => {
    const id = await openDaily(4);
    const issue = await finished(id);
    expect(issue).toMatchObject({ candidates: 2, prepared: 0, excluded: { 'nothing-new': 2 } });
    expect(await issuesTo(FRENCH)).toHaveLength(1);
  });

  it('does not go to who has unsubscribed by one click while it was queued', async () => {
    await publishedArticle(cms, { title: 'Une seconde nouvelle', slug: 'une-seconde' });
    sink.script.recipient = 451;
    const id = await openDaily(0);
    await vi.waitFor(async () => {
      const [waiting] = await rows('passerelle_deliveries').where({ issue: id, state: 'prepared' });
      expect(waiting.attempts).toBeGreaterThan(0);
    }, SOON);
    await submit(cms, [formOf('newsletter-unsubscribe', { token: french })]);
    sink.script.recipient = 'accept';
    await rows('passerelle_deliveries').where({ issue: id }).update({ next_at: 1 });
    const issue = await finished(id);
    expect(issue).toMatchObject({ candidates: 2, prepared: 1, excluded: { 'nothing-new': 1 } });
    expect(issue.deliveries).toMatchObject({ sent: 0, skipped: 1 });
    expect(await issuesTo(FRENCH)).toHaveLength(1);
  });

  it('that is uncertain is sent again by a person alone', async () => {
    const reader = await join('incertain@exemple.example', 'fr-CA');
    expect(reader).toHaveLength(43);
    await publishedArticle(cms, { title: 'Une troisième nouvelle', slug: 'une-troisieme' });
    sink.script.end = 'drop';
    const id = await openDaily(1);
    expect((await finished(id)).deliveries).toMatchObject({ sent: 0, uncertain: 1 });
    sink.script.end = 'accept';
    const listed = await admin.get(`${ISSUES}/${encodeURIComponent(id)}/uncertain`);
    const text = await listed.text();
    expect(text).toContain('messageId');
    expect(text).not.toContain('incertain');
    expect((await look(id)).actions).toEqual(['send-again']);
    expect((await act(id, 'pause')).status).toBe(409);
    expect((await act(id, 'send-again')).status).toBe(204);
    await vi.waitFor(async () => expect((await look(id)).deliveries.sent).toBe(1), SOON);
    await finished(id);
    expect((await act(id, 'send-again')).status).toBe(409);
    expect(await rows('passerelle_audit').where({ subject: id })).toHaveLength(1);
  });

  it('that is uncertain is decided about mail by mail, and who decided is on record', async () => {
    await join('incertaine@exemple.example', 'fr-CA');
    await publishedArticle(cms, { title: 'Une quatrième nouvelle', slug: 'une-quatrieme' });
    sink.script.end = 'drop';
    const id = await openDaily(2);
    expect((await finished(id)).deliveries).toMatchObject({ sent: 0, uncertain: 2 });
    sink.script.end = 'accept';
    const reads = await tokenWith(cms, [{ action: 'api::newsletter-desk.read' }]);
    const listed = async (token?: string) => {
      const answer = await (token === undefined ? admin.get(UNCERTAIN) : cms.get(UNCERTAIN, token));
      const { mayDecide, issues } = uncertainIssuesSchema.parse(await answer.json());
      return { mayDecide, issue: issues.find((one) => one.id === id) };
    };
    const { mayDecide, issue } = await listed();
    expect(mayDecide).toBe(true);
    expect(issue).toMatchObject({ frequency: 'daily', count: 2, maySendAgain: true, decisions: [] });
    const [first, second] = issue?.mails.map((mail) => mail.id) ?? [];
    expect((await listed(reads)).mayDecide).toBe(false);
    const path = `${UNCERTAIN}/${encodeURIComponent(id)}`;
    const delivered = { decision: 'delivered', mails: [first] };
    expect((await cms.post(path, delivered, reads)).status).toBe(403);
    expect((await admin.post(path, { decision: 'lost', mails: 'all' })).status).toBe(400);
    expect((await admin.post(`${UNCERTAIN}/${randomUUID()}`, delivered)).status).toBe(404);

    expect(await (await admin.post(path, delivered)).json()).toEqual({ mails: 1 });
    expect((await look(id)).deliveries).toMatchObject({ sent: 1, uncertain: 1 });
    // It is decided: the same once more is about nothing.
    expect((await admin.post(path, delivered)).status).toBe(409);
    // Alarms go by the same server.
    const sent = () => sink.taken.filter(({ from }) => from.startsWith('retours+')).length;
    const before = sent();
    const again = await admin.post(path, { decision: 'send-again', mails: [first, second] });
    expect(await again.json()).toEqual({ mails: 1 });
    await vi.waitFor(async () => expect((await look(id)).deliveries.sent).toBe(2), SOON);
    expect(sent()).toBe(before + 1);
    const { issue: decided } = await listed();
    expect(decided).toMatchObject({ count: 0, mails: [] });
    expect(decided?.decisions).toMatchObject([
      { decision: 'send-again', mails: 1, actor: expect.stringMatching(/#\d+/) },
      { decision: 'delivered', mails: 1, actor: expect.stringMatching(/#\d+/) },
    ]);
    await finished(id);
  });

  it('is asked for some minutes after an article has appeared, for those who want to hear at once', async () => {
    const { connection } = cms.strapi.db;
    const jobs = connection.client.config.client === 'pg' ? 'passerelle_jobs.job' : 'passerelle_jobs';
    // One for all that appear meanwhile; four articles were published, one of them in two languages.
    expect(await rows(jobs).where({ name: 'newsletter.instant' })).toHaveLength(1);
  });

  it('is nobody’s business whose role doesn’t say so', async () => {
    const token = await tokenWith(cms, []);
    expect((await cms.get(ISSUES)).status).toBe(401);
    expect((await cms.get(ISSUES, token)).status).toBe(403);
    const reads = await tokenWith(cms, [{ action: 'api::newsletter-desk.read' }]);
    expect((await cms.get(ISSUES, reads)).status).toBe(200);
    const path = `${ISSUES}/${encodeURIComponent(held)}/actions`;
    expect((await cms.post(path, { action: 'cancel' }, reads)).status).toBe(403);
    const unknown = `${ISSUES}/${randomUUID()}/actions`;
    expect((await admin.post(unknown, { action: 'cancel' })).status).toBe(404);
  });
});

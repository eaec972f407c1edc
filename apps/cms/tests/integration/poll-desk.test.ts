import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PollLook, pollLookSchema } from '../../src/api/poll-desk/domain/answers.ts';
import { pollExportSchema } from '../../src/api/poll-desk/domain/export.ts';
import { tokenFor, tokenWith } from '../support/accounts.ts';
import { documentsOf, draftArticle, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { HOUR, publishedPoll, runPolls } from '../support/polls.ts';
import type { TestCms } from '../support/strapi.ts';

const POLL = 'api::poll.poll';
const errorSchema = z.object({
  error: z.object({ status: z.number(), message: z.string(), details: z.looseObject({}) }),
});

type ContentAction = 'read' | 'publish' | 'delete';

/** Signs in as somebody new who may do these things with polls, in these locales, and nothing else. */
function signInWith(
  cms: TestCms,
  actions: ContentAction[],
  { locales = ['fr-CA', 'en-CA'], conditions = [] as string[] } = {},
): Promise<string> {
  return tokenWith(
    cms,
    actions.map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject: POLL,
      properties: { locales, ...(action === 'read' ? { fields: ['question'] } : {}) },
      conditions,
    })),
  );
}

describe.each(databases)('the desk of polls on $name', ({ start }) => {
  let cms: TestCms;
  let polls: ReturnType<typeof runPolls>;
  let administrator: string;
  beforeAll(async () => {
    cms = await start();
    polls = runPolls(cms);
    administrator = await tokenFor(cms, cms.administrator);
  });
  afterAll(() => cms.stop());

  const address = (documentId: string, action = '') => `/passerelle/polls/${documentId}${action}`;
  const later = () => new Date(Date.now() + 50 * HOUR).toISOString();

  async function look(documentId: string, token = administrator): Promise<PollLook> {
    const response = await cms.get(address(documentId), token);
    expect(response.status).toBe(200);
    return pollLookSchema.parse(await response.json());
  }

  const bodies = (slug: string) => ({
    '/close': {},
    '/extend': { closesAt: later() },
    '/reset': { word: slug, reason: 'Un essai' },
  });

  /** The status of each way in, in this order: look, export, close, extend, reset. */
  async function statuses(documentId: string, token: string | undefined): Promise<number[]> {
    const found = [
      await cms.get(address(documentId), token),
      await cms.get(address(documentId, '/export?format=json'), token),
    ];
    for (const [action, body] of Object.entries(bodies('ailleurs'))) {
      found.push(await cms.post(address(documentId, action), body, token));
    }
    return found.map(({ status }) => status);
  }

  it('shows a draft as far as it is written', async () => {
    const { documentId } = await documentsOf(cms, 'poll').create({
      locale: 'fr-CA',
      data: { options: [{ label: 'Un choix sans clé' }] },
    });
    const { desk, name, url } = await look(documentId);
    expect([desk.state, desk.counts, desk.labels, name.question, url]).toEqual([
      'upcoming',
      null,
      {},
      '',
      null,
    ]);
  });

  describe('who may', () => {
    it('nobody without signing in, and no token of the site', async () => {
      const documentId = await publishedPoll(cms);
      for (const token of [undefined, cms.siteToken, cms.reportToken, 'of-nobody']) {
        expect(await statuses(documentId, token)).toEqual([401, 401, 401, 401, 401]);
      }
      expect((await cms.get(`/api${address(documentId)}`, administrator)).status).toBe(404);
      expect((await look(documentId)).desk.state).toBe('open');
    });

    it('each what their role may do with polls in the content manager', async () => {
      const nobody = await publishedPoll(cms);
      expect(await statuses(nobody, await signInWith(cms, []))).toEqual([403, 403, 403, 403, 403]);

      const read = await publishedPoll(cms);
      const reader = await signInWith(cms, ['read']);
      expect(await statuses(read, reader)).toEqual([200, 200, 403, 403, 403]);
      expect((await look(read, reader)).may).toEqual({ steer: false, reset: false });

      const led = await publishedPoll(cms);
      const publisher = await signInWith(cms, ['read', 'publish']);
      expect((await look(led, publisher)).may).toEqual({ steer: true, reset: false });
      // Closed by the third, so that the fourth is refused by the poll and not by the role.
      expect(await statuses(led, publisher)).toEqual([200, 200, 204, 409, 403]);
      expect((await look(led)).may).toEqual({ steer: true, reset: true });
    });

    it('one language is enough to read, and all are needed to act', async () => {
      const both = await publishedPoll(cms, {}, ['fr-CA', 'en-CA']);
      const every: ContentAction[] = ['read', 'publish', 'delete'];
      const english = await signInWith(cms, every, { locales: ['en-CA'] });
      expect(await statuses(both, english)).toEqual([200, 200, 403, 403, 403]);
      expect((await look(both, english)).may).toEqual({ steer: false, reset: false });
      const french = await publishedPoll(cms);
      expect(await statuses(french, english)).toEqual([403, 403, 403, 403, 403]);
    });

    it('not with what others wrote, where a role says so', async () => {
      const documentId = await publishedPoll(cms);
      const own = await signInWith(cms, ['read', 'publish', 'delete'], { conditions: ['admin::is-creator'] });
      expect(await statuses(documentId, own)).toEqual([403, 403, 403, 403, 403]);
    });
  });

  it('knows no poll where there is none', async () => {
    for (const documentId of ['abcdefghij0123456789abcd', await draftArticle(cms)]) {
      expect(await statuses(documentId, administrator)).toEqual([404, 404, 404, 404, 404]);
    }
  });

  it('says what is wrong with a request', async () => {
    const documentId = await publishedPoll(cms, { slug: 'mal-demande' });
    const bad: [string, unknown, string][] = [
      ['/close', { now: true }, ''],
      ['/extend', {}, 'closesAt'],
      ['/extend', { closesAt: '2027-01-01 10:00' }, 'closesAt'],
      ['/extend', { closesAt: later(), word: 'de trop' }, ''],
      ['/reset', { word: 'mal-demande' }, 'reason'],
      ['/reset', { word: 'mal-demande', reason: ' ' }, 'reason'],
      ['/reset', { word: 'mal-demande', reason: 'x'.repeat(301) }, 'reason'],
      ['/reset', { reason: 'Un essai' }, 'word'],
    ];
    for (const [action, body, field] of bad) {
      const response = await cms.post(address(documentId, action), body, administrator);
      expect(response.status).toBe(400);
      const { error } = errorSchema.parse(await response.json());
      const path = field === '' ? [] : [field];
      expect(error.details.errors).toEqual([{ path, message: expect.stringMatching(/\w{3}/) }]);
    }
    for (const query of [
      '',
      '?format=xml',
      '?format=csv&bom=yes',
      '?format=csv&language=de',
      '?format=csv&x=1',
    ]) {
      expect((await cms.get(address(documentId, `/export${query}`), administrator)).status).toBe(400);
    }
    expect((await cms.get(`${address(documentId)}?more=1`, administrator)).status).toBe(400);
    expect((await cms.get(address('Not-An-Id'), administrator)).status).toBe(400);
    expect((await look(documentId)).desk.history.map(({ action }) => action)).not.toContain('exported');
  });

  it('refuses with a code, in both languages', async () => {
    const documentId = await publishedPoll(cms, { slug: 'refuse' });
    const past = new Date(Date.now() - HOUR).toISOString();
    const refused = [
      ['/extend', { closesAt: past }, 'poll-closes-in-past'],
      ['/reset', { word: 'autre', reason: 'Un essai' }, 'poll-word'],
    ] as const;
    for (const [action, body, code] of refused) {
      const response = await cms.post(address(documentId, action), body, administrator);
      expect(response.status).toBe(409);
      const { error } = errorSchema.parse(await response.json());
      expect(error).toMatchObject({ message: expect.stringContaining(' / '), details: { code } });
    }
    await cms.post(address(documentId, '/close'), {}, administrator);
    const again = await cms.post(address(documentId, '/close'), {}, administrator);
    expect(again.status).toBe(409);
    expect(errorSchema.parse(await again.json()).error.details.code).toBe('poll-not-open');
  });

  it('extends, resets and closes a poll, by name', async () => {
    const documentId = await publishedPoll(cms, { slug: 'suivi-de-bout' });
    for (const choice of ['alpha', 'beta', 'beta']) {
      expect(await polls.vote(documentId, [choice])).toBe('accepted');
    }
    expect(await look(documentId)).toMatchObject({
      desk: { state: 'open', counts: { ballots: 3 }, closesAt: null },
      name: { slug: 'suivi-de-bout', selection: 'single' },
      may: { steer: true, reset: true },
      url: 'http://localhost:4321/sondages/suivi-de-bout/',
    });

    const closesAt = later();
    const staff = await signInWith(cms, ['read', 'publish', 'delete']);
    for (const [action, body] of Object.entries({
      ...bodies('suivi-de-bout'),
      '/extend': { closesAt },
    }).reverse()) {
      expect((await cms.post(address(documentId, action), body, staff)).status).toBe(204);
      if (action === '/reset') expect((await look(documentId)).desk.counts?.ballots).toBe(0);
    }
    const { desk } = await look(documentId);
    expect(desk).toMatchObject({ state: 'closed', closesAt, counts: { ballots: 0 } });
    const deeds = desk.history.filter(({ actor }) => actor !== null);
    expect(deeds).toEqual([
      expect.objectContaining({ action: 'closed', actor: expect.stringMatching(/^Essai \(#\d+\)$/) }),
      expect.objectContaining({ action: 'extended', detail: closesAt }),
      expect.objectContaining({ action: 'reset', detail: 'Un essai' }),
    ]);
  });

  it('hands a poll out as JSON and as CSV, and writes down that it did', async () => {
    const options = [
      { key: 'formule', label: '=1+1' },
      { key: 'autre', label: 'Autre, "entre guillemets"' },
    ];
    const documentId = await publishedPoll(cms, { slug: 'exporte', question: '@Lequel', options });
    await polls.vote(documentId, ['formule']);

    const json = await cms.get(address(documentId, '/export?format=json'), administrator);
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="sondage-exporte.json"');
    expect(json.headers.get('cache-control')).toBe('no-store');
    const exported = pollExportSchema.parse(await json.json());
    expect(exported).toMatchObject({
      poll: documentId,
      question: '@Lequel',
      state: 'open',
      ballots: 1,
      options: [
        { key: 'formule', label: '=1+1', count: 1, percentage: 100 },
        { key: 'autre', count: 0, percentage: 0 },
      ],
      hours: [{ ballots: 1 }],
    });

    const csv = await cms.get(address(documentId, '/export?format=csv&language=en'), administrator);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="poll-exporte.csv"');
    const lines = (await csv.text()).split('\r\n');
    expect(lines[0]).toBe('Item,Key,Words,Number,Percentage');
    expect(lines).toContain(`Poll,${documentId},'@Lequel,,`);
    expect(lines).toContain("Answer,formule,'=1+1,1,100");
    expect(lines).toContain('Answer,autre,"Autre, ""entre guillemets""",0,0');

    const sheet = await cms.get(address(documentId, '/export?format=csv&bom=1'), administrator);
    expect([...new Uint8Array(await sheet.arrayBuffer()).slice(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x52]);

    const written = (await look(documentId)).desk.history.filter(({ action }) => action === 'exported');
    expect(written).toHaveLength(3);
    expect(JSON.stringify(written)).not.toContain('@passerelle.test');
  });

  it('names a poll as it is published, and by its draft before', async () => {
    const { documentId } = await cms.strapi.documents(POLL).create({
      locale: 'fr-CA',
      data: {
        question: 'Brouillon ?',
        slug: 'brouillon',
        options: [
          { key: 'a', label: 'A' },
          { key: 'b', label: 'B' },
        ],
      },
    });
    expect(await look(documentId)).toMatchObject({
      desk: { published: false, state: 'upcoming', counts: null },
      name: { question: 'Brouillon\u202f?', slug: 'brouillon' },
      url: null,
    });
    const published = await publishedPoll(cms, { slug: 'publie' });
    await write(cms, 'poll', published, 'fr-CA', { question: 'Que choisissez-vous, vous ?' });
    expect((await look(published)).name.question).toBe('Que choisissez-vous\u202f?');
  });
});

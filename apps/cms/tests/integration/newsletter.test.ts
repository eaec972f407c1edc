import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newsletterDataSchema, newsletterReaderSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReaderList } from '../../src/api/subscriber/adapters/reader-list.ts';
import { createPersonalRecords } from '../../src/platform/crypto/personal-records.ts';
import { createJobs } from '../../src/platform/jobs/create-jobs.ts';
import type { Transaction } from '../../src/platform/jobs/database.ts';
import { findTraces } from '../support/canary.ts';
import { inBothLanguages } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { formOf, tokenIn, visitorOf, wish } from '../support/newsletter.ts';
import type { TestCms } from '../support/strapi.ts';

const SUBSCRIBERS = 'passerelle_subscribers';
const TOKENS = 'passerelle_subscriber_tokens';
const DAY_MS = 86_400_000;
const TOPIC = 'abcdefghijklmnopqrstuvwx';
const PROGRAMME = {
  ...{ code: 'PEQ', name: 'Programme de l’expérience québécoise', slug: 'peq' },
  ...{ jurisdiction: 'QC', authority: 'MIFI', standing: 'open' },
};
const UNKNOWN = 'A'.repeat(43);

type ReaderList = ReturnType<typeof createReaderList>;
type Candidate = ReturnType<ReaderList['candidates']> extends AsyncIterable<infer T> ? T : never;

describe.each(databases)('the readers of the newsletter on $name', ({ start }) => {
  let cms: TestCms;
  let visitor: ReturnType<typeof visitorOf>;
  beforeAll(async () => {
    cms = await start({ environment: { UNSUBSCRIBE_EMAIL: 'fin@passerelle.example' } });
    visitor = visitorOf(cms);
  });
  afterAll(() => cms.stop());

  const rows = (table: string) => cms.strapi.db.connection(table);
  const confirm = (token: string) => visitor.send(formOf('newsletter-confirm', { token }));
  const unsubscribe = (token: string) => visitor.send(formOf('newsletter-unsubscribe', { token }));
  const erase = (token: string) => visitor.send(formOf('newsletter-erase', { token }));
  const viewOf = async (token: string) =>
    newsletterReaderSchema.parse(await (await visitor.read(token)).json());
  const dataOf = async (token: string) =>
    newsletterDataSchema.parse(await (await visitor.read(token, '/data')).json());
  /** Lets the next mail to everybody be sent at once. */
  const restPace = () => rows(SUBSCRIBERS).update({ mailed_at: Date.now() - 601_000 });

  it('subscribes in two steps; the first one subscribes nobody', async () => {
    expect(await visitor.send(wish('deux@exemple.example'))).toEqual(['accepted']);
    const mail = await visitor.waitForMail('deux@exemple.example', 'newsletter-confirm');
    expect(mail.headers.join('\n')).not.toMatch(/List-Unsubscribe/i);
    expect(mail.text).toContain('http://localhost:4321/infolettre/confirmer/');
    const token = tokenIn(mail);
    expect((await visitor.read(token)).status).toBe(404);
    expect(await unsubscribe(token)).toEqual(['unknown-subject']);

    expect(await confirm(token)).toEqual(['accepted']);
    const welcome = await visitor.waitForMail('deux@exemple.example', 'newsletter-welcome');
    const manage = tokenIn(welcome);
    const headers = welcome.headers.join('\n').replace(/\r?\n\s+/g, ' ');
    expect(headers).toContain(
      `List-Unsubscribe: <http://localhost:4321/infolettre/desabonnement/${manage}/>, <mailto:fin@passerelle.example?subject=unsubscribe>`,
    );
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(await viewOf(manage)).toEqual({
      state: 'reader',
      status: 'active',
      email: 'd•••••@exemple.example',
      locale: 'fr-CA',
      topics: [],
      programmes: [],
      frequency: 'weekly',
      pausedUntil: null,
      newEmail: null,
    });
    expect((await dataOf(manage)).consents.map(({ kind, wording }) => [kind, wording])).toEqual([
      ['given', 'newsletter-1'],
      ['confirmed', 'newsletter-1'],
    ]);
  });

  it('a link confirms once, however many follow it at a time', async () => {
    await visitor.send(wish('une@exemple.example'));
    const token = tokenIn(await visitor.waitForMail('une@exemple.example', 'newsletter-confirm'));
    const words = (await Promise.all(Array.from({ length: 8 }, () => confirm(token)))).flat();
    expect(words.sort()).toEqual(['accepted', ...Array(7).fill('already-done')].sort());
    await visitor.waitForMail('une@exemple.example', 'newsletter-welcome');
    await pause(500);
    expect(visitor.mailsTo('une@exemple.example')).toHaveLength(2);
  });

  it('one that is late, or of nobody, confirms nothing', async () => {
    await visitor.send(wish('tard@exemple.example'));
    const token = tokenIn(await visitor.waitForMail('tard@exemple.example', 'newsletter-confirm'));
    await rows(TOKENS).whereNull('used_at').where({ purpose: 'confirm' }).update({ expires_at: 1 });
    expect(await confirm(token)).toEqual(['expired']);
    expect(await confirm(UNKNOWN)).toEqual(['unknown-subject']);
  });

  it('writes in the language that was chosen', async () => {
    await visitor.send(wish('english@exemple.example', 'en-CA'));
    const mail = await visitor.waitForMail('english@exemple.example', 'newsletter-confirm');
    expect(mail.subject).toBe('Confirm your newsletter subscription');
    expect(mail.text).toContain('/en/newsletter/confirm/');
  });

  it('answers alike whether an address is new, waits, reads, has ended or is suppressed', async () => {
    await visitor.join('lit@exemple.example');
    await unsubscribe(await visitor.join('fini@exemple.example'));
    await visitor.send(wish('tu@exemple.example'));
    await visitor.waitForMail('tu@exemple.example', 'newsletter-confirm');
    const { email_index: silent } = await rows(SUBSCRIBERS).orderBy('joined_at', 'desc').first();
    await rows('passerelle_suppressions').insert({ email_index: silent, reason: 'bounced', at: 1 });
    await restPace();
    const addresses = ['neuf', 'lit', 'fini', 'tu'].map((name) => `${name}@exemple.example`);
    for (const address of addresses) expect(await visitor.send(wish(address))).toEqual(['accepted']);
    await visitor.waitForMail('neuf@exemple.example', 'newsletter-confirm');
    const already = await visitor.waitForMail('lit@exemple.example', 'newsletter-already');
    expect(await viewOf(tokenIn(already))).toMatchObject({ status: 'active' });
    await visitor.waitForMail('fini@exemple.example', 'newsletter-confirm', 2);
    await pause(500);
    expect(visitor.mailsTo('tu@exemple.example')).toHaveLength(1);
  });

  it('mails the others when one of those who asked together cannot be opened', async () => {
    await visitor.send(wish('illisible@exemple.example'));
    await visitor.waitForMail('illisible@exemple.example', 'newsletter-confirm');
    const { id } = await rows(SUBSCRIBERS).orderBy('joined_at', 'desc').first();
    await rows(SUBSCRIBERS).where({ id }).update({ email: '{}' });
    await restPace();
    const together = ['illisible', 'lisible'].map((name) => wish(`${name}@exemple.example`));
    expect(await visitor.send(...together)).toEqual(['accepted', 'accepted']);
    await visitor.waitForMail('lisible@exemple.example', 'newsletter-confirm');
    await rows(SUBSCRIBERS).where({ id }).delete();
    // The job is tried again until then: nobody is mailed twice by it.
    await pause(3_000);
    expect(visitor.mailsTo('lisible@exemple.example')).toHaveLength(1);
    expect(visitor.mailsTo('illisible@exemple.example')).toHaveLength(1);
  });

  it('takes as many statements for one as for the other', async () => {
    await visitor.join('su@exemple.example');
    await restPace();
    const taken: string[][] = [];
    for (const address of ['inconnu@exemple.example', 'su@exemple.example', 'su@exemple.example']) {
      const queries: { sql: string; __knexTxId?: string }[] = [];
      const note = (query: (typeof queries)[number]) => void queries.push(query);
      cms.strapi.db.connection.on('query', note);
      await visitor.send(wish(address));
      cms.strapi.db.connection.removeListener('query', note);
      // Those of the transaction that takes the wish: the mail that answers is written by another, and what follows
      // on the same connection may still carry its number.
      const taking = queries.find(({ sql }) => /^insert into .passerelle_subscribers/.test(sql))?.__knexTxId;
      expect(taking).toBeDefined();
      const carrying = queries.filter(({ __knexTxId }) => __knexTxId === taking).map(({ sql }) => sql);
      taken.push(carrying.slice(0, carrying.indexOf('COMMIT;') + 1));
      await pause(1_000);
    }
    const [unknown, known, again] = taken;
    expect(known).toEqual(unknown);
    expect(again).toEqual(unknown);
    expect(unknown?.length).toBeGreaterThan(8);
  });

  it('mails an address once in ten minutes, and says nothing of it', async () => {
    const forms = Array.from({ length: 5 }, () => wish('Souvent@exemple.example'));
    expect(new Set(await visitor.send(...forms))).toEqual(new Set(['accepted']));
    expect(await visitor.send(wish('souvent@exemple.example'))).toEqual(['accepted']);
    await visitor.waitForMail('Souvent@exemple.example', 'newsletter-confirm');
    await pause(500);
    expect(visitor.mailsTo('Souvent@exemple.example')).toHaveLength(1);
    await restPace();
    await visitor.send(wish('souvent@exemple.example'));
    // As it was written first: that is the address that is to be confirmed.
    await visitor.waitForMail('Souvent@exemple.example', 'newsletter-confirm', 2);
    expect(visitor.mailsTo('souvent@exemple.example')).toHaveLength(0);
  });

  it('keeps what a reader prefers, and a pause that ends by itself', async () => {
    const token = await visitor.join('choix@exemple.example');
    const topic = await inBothLanguages(cms, 'category', { name: 'Études' });
    const programme = await inBothLanguages(cms, 'programme', PROGRAMME);
    const wanted = {
      ...{ topics: [topic], programmes: [programme] },
      ...{ frequency: 'monthly' as const, locale: 'en-CA' as const },
    };
    const day = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
    const prefer = (pausedUntil: string | null) =>
      visitor.send(formOf('newsletter-preferences', { token, ...wanted, pausedUntil }));
    expect(await prefer(day)).toEqual(['accepted']);
    expect(await viewOf(token)).toMatchObject({ ...wanted, status: 'paused' });
    expect(await prefer('2099-01-01')).toEqual(['invalid']);
    await rows(SUBSCRIBERS)
      .whereNotNull('paused_until')
      .update({ paused_until: Date.now() - 1 });
    expect(await viewOf(token)).toMatchObject({ status: 'active', pausedUntil: null });
    await restPace();
    await visitor.send(wish('choix@exemple.example'));
    await visitor.waitForMail('choix@exemple.example', 'newsletter-already');
    expect(await viewOf(token)).toMatchObject({ ...wanted, status: 'active' });
  });

  it('ends at once and again and again, and begins anew by two steps', async () => {
    const token = await visitor.join('fin@exemple.example');
    expect(await unsubscribe(token)).toEqual(['accepted']);
    expect(await unsubscribe(token)).toEqual(['accepted']);
    expect(await viewOf(token)).toMatchObject({ status: 'unsubscribed' });
    const wanted = { frequency: 'daily', locale: 'fr-CA', pausedUntil: null } as const;
    const prefer = formOf('newsletter-preferences', { token, topics: [], programmes: [], ...wanted });
    expect(await visitor.send(prefer)).toEqual(['closed']);
    expect((await dataOf(token)).consents.map(({ kind }) => kind)).toEqual([
      'given',
      'confirmed',
      'withdrawn',
    ]);
    await restPace();
    await visitor.send(wish('fin@exemple.example'));
    expect(await viewOf(token)).toMatchObject({ status: 'unsubscribed' });
    const again = await visitor.waitForMail('fin@exemple.example', 'newsletter-confirm', 2);
    expect(await confirm(tokenIn(again))).toEqual(['accepted']);
    expect(await viewOf(token)).toMatchObject({ status: 'active' });
  });

  it('goes over to another address once that is confirmed', async () => {
    const token = await visitor.join('avant@exemple.example');
    await restPace();
    const email = 'apres@exemple.example';
    expect(await visitor.send(formOf('newsletter-address', { token, email }))).toEqual(['accepted']);
    expect(await viewOf(token)).toMatchObject({
      email: 'a•••••@exemple.example',
      newEmail: 'a•••••@exemple.example',
    });
    const mail = await visitor.waitForMail(email, 'newsletter-address');
    expect((await dataOf(token)).email).toBe('avant@exemple.example');
    expect(await confirm(tokenIn(mail))).toEqual(['accepted']);
    const fresh = tokenIn(await visitor.waitForMail(email, 'newsletter-welcome'));
    expect((await dataOf(fresh)).email).toBe(email);
    // The old address's links show nothing any more, and end what there is.
    expect(await viewOf(token)).toEqual({ state: 'gone' });
    expect((await visitor.read(token, '/data')).status).toBe(404);
    expect(await unsubscribe(token)).toEqual(['accepted']);
    expect(await viewOf(fresh)).toMatchObject({ status: 'unsubscribed' });
  });

  it('goes over to the address asked for last, and by the link that was mailed there alone', async () => {
    const token = await visitor.join('ici@exemple.example');
    await restPace();
    const askFor = (email: string) => visitor.send(formOf('newsletter-address', { token, email }));
    expect(await askFor('mienne@exemple.example')).toEqual(['accepted']);
    const mine = await visitor.waitForMail('mienne@exemple.example', 'newsletter-address');
    expect(await askFor('autrui@exemple.example')).toEqual(['accepted']);
    const theirs = await visitor.waitForMail('autrui@exemple.example', 'newsletter-address');
    expect(await confirm(tokenIn(mine))).toEqual(['expired']);
    expect((await dataOf(token)).email).toBe('ici@exemple.example');
    expect(await confirm(tokenIn(theirs))).toEqual(['accepted']);
    const fresh = tokenIn(await visitor.waitForMail('autrui@exemple.example', 'newsletter-welcome'));
    expect((await dataOf(fresh)).email).toBe('autrui@exemple.example');
  });

  it('erases everything but the proof, and the link still answers', async () => {
    const token = await visitor.join('efface@exemple.example');
    const before = await rows(SUBSCRIBERS).select('id');
    expect(await erase(token)).toEqual(['accepted']);
    expect(await rows(SUBSCRIBERS).select('id')).toHaveLength(before.length - 1);
    expect(await viewOf(token)).toEqual({ state: 'gone' });
    expect((await visitor.read(token, '/data')).status).toBe(404);
    expect(await unsubscribe(token)).toEqual(['accepted']);
    expect(await erase(token)).toEqual(['accepted']);
    expect(await erase(UNKNOWN)).toEqual(['unknown-subject']);
  });

  it('gives whoever sends its readers, and takes back what it learns of them', async () => {
    const token = await visitor.join('liste@exemple.example');
    const { id, email_index } = await rows(SUBSCRIBERS).orderBy('joined_at', 'desc').first();
    await unsubscribe(await visitor.join('partie@exemple.example'));
    const list = createReaderList({
      strapi: cms.strapi,
      records: createPersonalRecords({ masterKey: 'c'.repeat(64), oldKeys: [] }),
      clock: () => new Date(),
      siteUrl: 'https://passerelle.example',
    });
    const inTransaction = <T>(work: (trx: Transaction) => Promise<T>) =>
      cms.strapi.db.transaction(({ trx }) => work(trx));
    const ofId = () =>
      inTransaction(async (trx) => {
        const all: Candidate[] = [];
        for await (const one of list.candidates(trx, { frequency: 'weekly', topics: [TOPIC] })) all.push(one);
        expect(new Set(all.map(({ reader }) => reader.id)).size).toBe(all.length);
        expect(all.some(({ excluded }) => excluded === 'unsubscribed')).toBe(true);
        return all.find(({ reader }) => reader.id === id);
      });
    expect(await ofId()).toMatchObject({
      excluded: null,
      reader: { email: 'liste@exemple.example', locale: 'fr-CA', lastIssueAt: null },
    });
    expect((await list.recipients([id, 'nobody'])).get(id)).toEqual({
      address: 'liste@exemple.example',
      links: {
        unsubscribe: `https://passerelle.example/infolettre/desabonnement/${token}/`,
        manage: `https://passerelle.example/infolettre/preferences/${token}/`,
      },
    });
    const later = new Date('2026-11-25T12:00:00Z');
    await inTransaction((trx) => list.told(trx, [id], later));
    await inTransaction((trx) => list.told(trx, [id], new Date(1)));
    expect((await ofId())?.reader.lastIssueAt).toEqual(later);
    const wants = () => inTransaction((trx) => list.stillWant(trx, [id, 'nobody']));
    expect(await wants()).toEqual(new Set([id]));
    await inTransaction((trx) => list.suppress(trx, id, 'bounced'));
    expect(await wants()).toEqual(new Set());
    expect((await ofId())?.excluded).toBe('suppressed');
    await erase(token);
    expect(await rows('passerelle_suppressions').where({ email_index }).select('reason')).toEqual([
      { reason: 'bounced' },
    ]);
    await visitor.send(wish('liste@exemple.example'));
    await pause(500);
    // Those from before went with the erasure.
    expect(visitor.mailsTo('liste@exemple.example')).toEqual([]);
  });

  it('takes as long for an address that is known as for one that is not', async () => {
    await visitor.join('duree@exemple.example');
    await visitor.send(wish('inconnue-0@exemple.example'));
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (const round of Array.from({ length: 25 }, (_, index) => index + 1)) {
      // In turn, so that what slows the machine slows both.
      for (const kind of ['known', 'unknown'] as const) {
        await restPace();
        const address = kind === 'known' ? 'duree' : `inconnue-${round}`;
        const began = performance.now();
        await visitor.send(wish(`${address}@exemple.example`));
        times[kind].push(performance.now() - began);
      }
    }
    const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.4);
  });

  it('forgets every night who never confirmed, and links that are past', async () => {
    await visitor.send(wish('oublie@exemple.example'));
    await visitor.waitForMail('oublie@exemple.example', 'newsletter-confirm');
    const waiting = () => rows(SUBSCRIBERS).where({ status: 'pending' }).select('id');
    expect((await waiting()).length).toBeGreaterThan(0);
    await rows(SUBSCRIBERS)
      .where({ status: 'pending' })
      .update({ asked_at: Date.now() - 8 * DAY_MS });
    await rows(TOKENS)
      .where({ purpose: 'confirm' })
      .update({ expires_at: Date.now() - 31 * DAY_MS });
    const active = await rows(SUBSCRIBERS).where({ status: 'active' }).select('id');
    const jobs = createJobs({
      connection: cms.strapi.db.connection,
      databaseUrl: process.env.DATABASE_URL,
      log: () => undefined,
    });
    await jobs.enqueue({ name: 'newsletter.purge', payload: {} });
    await jobs.stop();
    await expect.poll(waiting, { timeout: 20_000 }).toEqual([]);
    expect(await rows(TOKENS).where({ purpose: 'confirm' }).select('hash')).toEqual([]);
    expect(await rows(SUBSCRIBERS).where({ status: 'active' }).select('id')).toEqual(active);
  });

  it('has no address and no token in clear in the database', async () => {
    const token = await visitor.join('canari+7f3a@exemple.example');
    const email = 'autre-canari-7f3a@exemple.example';
    await restPace();
    await visitor.send(formOf('newsletter-address', { token, email }));
    await visitor.waitForMail(email, 'newsletter-address');
    // The local mailbox is what it is: the same files without a mail server in between.
    const paths = ['passerelle.sqlite', 'passerelle.sqlite-wal'].map((name) => join(cms.folder, 'cms', name));
    const { connection } = cms.strapi.db;
    expect(await findTraces(['canari', token], { connection, paths })).toEqual([]);
    expect(await findTraces(['passerelle_subscribers'], { connection, paths })).not.toEqual([]);
  });

  it('shows a reader to the web server alone, and refuses what is no token', async () => {
    expect((await cms.get(`/api/newsletter/${UNKNOWN}`)).status).toBe(401);
    expect((await cms.get(`/api/newsletter/${UNKNOWN}`, cms.siteToken)).status).toBe(403);
    expect((await visitor.read(UNKNOWN)).status).toBe(404);
    expect((await visitor.read('x')).status).toBe(400);
    expect((await visitor.read(UNKNOWN, '?a=1')).status).toBe(400);
  });
});

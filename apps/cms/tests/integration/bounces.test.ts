import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReaderList } from '../../src/api/subscriber/adapters/reader-list.ts';
import { newReader } from '../../src/api/subscriber/adapters/sealed-reader.ts';
import { insertSubscribers } from '../../src/api/subscriber/adapters/subscriber-rows.ts';
import { mailboxAddressOf } from '../../src/bounces/domain/mailbox-address.ts';
import { type BounceSettings, registerBounces } from '../../src/bounces/register-bounces.ts';
import { consentOf, verifyLedger } from '../../src/consent/ledger.ts';
import { insertIssue } from '../../src/newsletter/adapters/issue-rows.ts';
import { createMessageIds } from '../../src/newsletter/message-id.ts';
import type { Alarm } from '../../src/platform/alarm.ts';
import { readAudit } from '../../src/platform/audit/audit.ts';
import { createPersonalRecords } from '../../src/platform/crypto/personal-records.ts';
import type { JobHandler } from '../../src/platform/jobs/jobs.ts';
import { databases } from '../support/databases.ts';
import { startMailbox, type TestMailbox } from '../support/imap-server.ts';
import { formOf, visitorOf, wish } from '../support/newsletter.ts';
import { reportOf } from '../support/reports.ts';
import type { TestCms } from '../support/strapi.ts';

const MASTER_KEY = 'c'.repeat(64);
const HOST = 'localhost';
const MAILGUN_WEBHOOK_KEY = 'clef-de-signature-de-l-essai';
const HOOK = '/passerelle/mail-events/mailgun';
const DAY_MS = 86_400_000;

describe.each(databases)('reports about mails on $name', ({ start }) => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-reports-'));
  const records = createPersonalRecords({ masterKey: MASTER_KEY, oldKeys: [] });
  const messageIdOf = createMessageIds(MASTER_KEY, HOST);
  let mailbox: TestMailbox;
  let cms: TestCms;
  let visitor: ReturnType<typeof visitorOf>;
  let now = Date.now();
  let run: (job: string) => Promise<void>;
  const alarms: Alarm[] = [];
  beforeAll(async () => {
    mailbox = await startMailbox();
    cms = await start({ environment: { MAILGUN_WEBHOOK_KEY } });
    visitor = visitorOf(cms);
    const handlers = new Map<string, JobHandler>();
    const settings: BounceSettings = {
      strapi: cms.strapi,
      records,
      clock: () => new Date(now),
      random: Math.random,
      alarm: async (alarm) => void alarms.push(alarm),
      messageIdHost: HOST,
      softLimit: { count: 3, days: 30 },
      returnPath: 'retours+*@passerelle.example',
      folder,
      mailbox: mailboxAddressOf(mailbox.url) ?? undefined,
      mailgunKey: undefined,
    };
    registerBounces(settings, {
      work: (name, handler) => void handlers.set(name, handler),
      schedule: () => undefined,
    });
    run = async (name) =>
      await handlers.get(name)?.({ id: '1', payload: {}, attempt: 1, signal: new AbortController().signal });
  });
  afterAll(async () => {
    await cms.stop();
    await mailbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = (table: string) => cms.strapi.db.connection(table);
  const readerOf = (email: string) =>
    rows('passerelle_subscribers')
      .where({ email_index: records.blindIndex('email', email) })
      .first();
  const suppressionOf = async (email: string) =>
    (
      await rows('passerelle_suppressions')
        .where({ email_index: records.blindIndex('email', email) })
        .first('reason')
    )?.reason ?? null;

  /** A mail that has gone to a reader, of an issue of its own. @returns its `Message-ID` */
  async function sendTo(email: string, state = 'sent'): Promise<string> {
    const issue = randomUUID();
    const { connection } = cms.strapi.db;
    const at = new Date(now);
    const common = { kind: 'campaign', content: {}, at, sendAt: at, until: null } as const;
    await insertIssue(connection, { ...common, id: issue, state: 'held' });
    const { id: reader } = await readerOf(email);
    const messageId = messageIdOf(issue, reader);
    await rows('passerelle_deliveries').insert({
      ...{ issue, reader, state, rendition: 'fr', domain: 'exemple.example', attempts: 1, next_at: 0 },
      message_id: messageId,
    });
    return messageId;
  }
  const drop = (name: string, messageId: string, address: string) =>
    writeFileSync(join(folder, 'new', `${randomUUID()}.mx`), reportOf(name, { messageId, address }));
  /** Has the folder looked at with these reports in it. */
  async function take(...reports: [name: string, messageId: string, address: string][]): Promise<void> {
    await run('bounces.folder');
    for (const report of reports) drop(...report);
    await run('bounces.folder');
    expect(readdirSync(join(folder, 'new'))).toEqual([]);
  }
  const hook = (body: unknown) => cms.post(HOOK, body);
  function signed(data: object, { at = Date.now(), token = randomUUID(), key = MAILGUN_WEBHOOK_KEY } = {}) {
    const timestamp = `${Math.floor(at / 1000)}`;
    const signature = createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex');
    return { signature: { timestamp, token, signature }, 'event-data': data };
  }
  const mailgunFailure = (messageId: string, recipient: string, more: object = {}) => ({
    event: 'failed',
    severity: 'permanent',
    recipient,
    message: { headers: { 'message-id': messageId.slice(1, -1), to: recipient } },
    'delivery-status': { code: 550, 'enhanced-code': '5.1.1' },
    ...more,
  });

  it('has a hard one end what is sent to an address, once and for good', async () => {
    const email = 'dur@exemple.example';
    const manage = await visitor.join(email);
    const messageId = await sendTo(email);
    await take(['postfix-unknown-user', messageId, email], ['postfix-unknown-user', messageId, email]);
    expect(await readerOf(email)).toMatchObject({ status: 'suppressed' });
    expect(await suppressionOf(email)).toBe('bounced');
    const bounces = await rows('passerelle_bounces').where({ message_id: messageId });
    expect(bounces).toMatchObject([{ kind: 'hard', status: '5.1.1', source: 'folder' }]);
    const { issue, state } = await rows('passerelle_deliveries').where({ message_id: messageId }).first();
    expect(state).toBe('bounced');
    const audit = await readAudit(cms.strapi.db.connection, issue);
    expect(audit).toMatchObject([{ actor: null, action: 'newsletter-bounce-hard' }]);
    expect(JSON.stringify(audit)).not.toContain('exemple.example');

    // It outlives the reader: erased, come back, and put in again by hand, nothing is sent.
    expect(await visitor.send(formOf('newsletter-erase', { token: manage }))).toEqual(['accepted']);
    expect(await readerOf(email)).toBeUndefined();
    expect(await suppressionOf(email)).toBe('bounced');
    await expect.poll(() => visitor.mailsTo(email), { timeout: 20_000 }).toEqual([]);
    expect(await visitor.send(wish(email))).toEqual(['accepted']);
    await rows('passerelle_subscribers')
      .where({ email_index: records.blindIndex('email', email) })
      .update({ status: 'active', confirmed_at: now });
    expect(await exclusionOf(email)).toBe('suppressed');
    expect(visitor.mailsTo(email)).toEqual([]);
  });

  /** Why a reader would be left out of an issue, as the sender asks. */
  async function exclusionOf(email: string) {
    const setting = { strapi: cms.strapi, records, clock: () => new Date(now), siteUrl: 'http://localhost' };
    const { id } = await readerOf(email);
    const readers = createReaderList(setting);
    return await cms.strapi.db.transaction(async ({ trx }) => {
      for await (const { reader, excluded } of readers.candidates(trx, {})) {
        if (reader.id === id) return excluded;
      }
      return 'not there';
    });
  }

  it('keeps an address that was suppressed before it ever came suppressed', async () => {
    const email = 'importee@exemple.example';
    const emailIndex = records.blindIndex('email', email);
    await rows('passerelle_suppressions').insert({ email_index: emailIndex, reason: 'bounced', at: now });
    const asked = wish(email).body;
    const fresh = await newReader({ records, newId: randomUUID, newToken: () => 'A'.repeat(43) }, asked, {
      locale: 'fr-CA',
      at: now,
    });
    await cms.strapi.db.transaction(({ trx }) => insertSubscribers(trx, [{ ...fresh, status: 'active' }]));
    expect(await exclusionOf(email)).toBe('suppressed');
  });

  it('counts soft ones by mail, and suppresses at the third in thirty days', async () => {
    const email = 'mou@exemple.example';
    await visitor.join(email);
    now = Date.now();
    const first = await sendTo(email);
    await take(['gmail-over-quota', first, email], ['gmail-over-quota', first, email]);
    await take(['postfix-mailbox-full', await sendTo(email), email]);
    expect(await readerOf(email)).toMatchObject({ status: 'active' });
    // What is a month old no longer counts.
    now += 29 * DAY_MS;
    await rows('passerelle_bounces')
      .where({ message_id: first })
      .update({ at: now - 31 * DAY_MS });
    await take(['exchange-blocked-by-policy', await sendTo(email), email]);
    expect(await readerOf(email)).toMatchObject({ status: 'active' });
    await take(['qmail-gave-up', await sendTo(email), email]);
    expect(await readerOf(email)).toMatchObject({ status: 'suppressed' });
    expect(await suppressionOf(email)).toBe('bounced');
    // Lifted, asked for anew and confirmed: the count begins again.
    const emailIndex = records.blindIndex('email', email);
    now += 1_000;
    await rows('passerelle_suppressions').where({ email_index: emailIndex }).del();
    await rows('passerelle_subscribers')
      .where({ email_index: emailIndex })
      .update({ status: 'active', confirmed_at: now });
    await take(['gmail-over-quota', await sendTo(email), email]);
    expect(await readerOf(email)).toMatchObject({ status: 'active' });
    now = Date.now();
  });

  it('has a complaint end the subscription, which the ledger tells', async () => {
    const email = 'plainte@exemple.example';
    await visitor.join(email);
    mailbox.deliver(reportOf('arf-abuse', { messageId: await sendTo(email), address: email }));
    await run('bounces.mailbox');
    expect(mailbox.folders.get('INBOX')).toEqual([]);
    expect(await readerOf(email)).toMatchObject({ status: 'suppressed' });
    expect(await suppressionOf(email)).toBe('complained');
    const consents = await consentOf(cms.strapi, email);
    expect(consents.at(-1)).toMatchObject({
      kind: 'withdrawn',
      actor: 'system',
      detail: { reason: 'complaint' },
    });
    expect((await verifyLedger(cms.strapi)).brokenAt).toBeNull();
  });

  it('settles a mail of which nobody knew whether it had gone', async () => {
    const email = 'incertaine@exemple.example';
    await visitor.join(email);
    const stateOf = async (messageId: string) =>
      (await rows('passerelle_deliveries').where({ message_id: messageId }).first('state')).state;
    for (const [report, from, to] of [
      ['gmail-over-quota', 'uncertain', 'bounced'],
      ['postfix-mailbox-full', 'sending', 'bounced'],
      ['postfix-delivered', 'uncertain', 'sent'],
      ['postfix-delayed', 'uncertain', 'sent'],
      ['postfix-delivered', 'bounced', 'bounced'],
    ] as const) {
      const messageId = await sendTo(email, from);
      await take([report, messageId, email], [report, messageId, email]);
      expect(await stateOf(messageId), `${report} of one that is ${from}`).toBe(to);
    }
    const uncertain = await sendTo(email, 'uncertain');
    const delivered = { event: 'delivered', recipient: email };
    const message = { headers: { 'message-id': uncertain.slice(1, -1) } };
    const outcomes = [];
    for (const _ of [1, 2]) outcomes.push(await (await hook(signed({ ...delivered, message }))).json());
    expect(outcomes).toEqual([{ outcome: 'receipt' }, { outcome: 'again' }]);
    const { issue } = await rows('passerelle_deliveries').where({ message_id: uncertain }).first();
    expect(await readAudit(cms.strapi.db.connection, issue)).toMatchObject([
      { action: 'newsletter-receipt' },
    ]);
    const complained = await sendTo(email, 'uncertain');
    await take(['arf-abuse', complained, email]);
    expect(await stateOf(complained)).toBe('sent');
  });

  it('is told by the return path alone where nothing comes back', async () => {
    const email = 'jeton@exemple.example';
    await visitor.join(email);
    await take(['token-alone', await sendTo(email), email]);
    expect(await suppressionOf(email)).toBe('bounced');
  });

  it('is changed by no report that is forged, of another, of a mail that never left, or none', async () => {
    const email = 'fidele@exemple.example';
    await visitor.join(email);
    const theirs = await sendTo(email);
    const prepared = await sendTo(email, 'prepared');
    await visitor.join('autre@exemple.example');
    const others = await sendTo('autre@exemple.example');
    const invented = `<${'x'.repeat(43)}@${HOST}>`;
    await take(
      ['postfix-unknown-user', invented, email],
      ['arf-abuse', invented, email],
      ['postfix-unknown-user', prepared, email],
      ['postfix-unknown-user', others, email],
      ['arf-abuse', others, email],
      ['postfix-delayed', theirs, email],
      ['arf-not-spam', theirs, email],
      ['absence', theirs, email],
      ['answer-of-a-person', theirs, email],
    );
    expect(await readerOf(email)).toMatchObject({ status: 'active' });
    expect(await readerOf('autre@exemple.example')).toMatchObject({ status: 'active' });
    expect(await rows('passerelle_bounces').whereIn('message_id', [theirs, prepared, others])).toEqual([]);
  });

  it('comes by a signed message of the mail provider, once', async () => {
    const email = 'crochet@exemple.example';
    await visitor.join(email);
    const messageId = await sendTo(email);
    const waits = signed(mailgunFailure(messageId, email, { severity: 'temporary' }));
    expect(await (await hook(waits)).json()).toEqual({ outcome: 'no-report' });
    const message = signed(mailgunFailure(messageId, email));
    const answers = await Promise.all(Array.from({ length: 4 }, () => hook(message)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 406, 406, 406]);
    expect(await suppressionOf(email)).toBe('bounced');
    // Told anew under another token: known.
    const anew = await hook(signed(mailgunFailure(messageId, email)));
    expect(await anew.json()).toEqual({ outcome: 'again' });
    expect(await rows('passerelle_bounces').where({ message_id: messageId })).toHaveLength(1);
  });

  it('takes a complaint by it, and nothing that is forged, old, cut or too long', async () => {
    const email = 'crochet-plainte@exemple.example';
    await visitor.join(email);
    const messageId = await sendTo(email);
    const complaint = {
      event: 'complained',
      recipient: email,
      message: { headers: { 'message-id': messageId.slice(1, -1) } },
    };
    const statusOf = async (body: unknown) => (await hook(body)).status;
    expect(await statusOf(signed(complaint, { key: 'une-autre-clef-de-signature' }))).toBe(403);
    expect(await statusOf(signed(complaint, { at: Date.now() - 16 * 60_000 }))).toBe(406);
    expect(await statusOf(signed(complaint, { at: Date.now() + 16 * 60_000 }))).toBe(406);
    expect(await statusOf({ 'event-data': complaint })).toBe(400);
    expect(await statusOf({ ...signed(complaint), more: 'x'.repeat(300_000) })).toBe(413);
    expect(await readerOf(email)).toMatchObject({ status: 'active' });
    expect(await statusOf(signed(complaint))).toBe(200);
    expect(await suppressionOf(email)).toBe('complained');
  });

  it('is missed for a day before a person is told, once', async () => {
    const fail = async () => {
      mailbox.cutAt = 'LOGIN';
      await expect(run('bounces.mailbox')).rejects.toThrow();
    };
    await fail();
    now += DAY_MS - 60_000;
    await fail();
    expect(alarms).toEqual([]);
    now += 60_000;
    for (const _ of [1, 2]) await fail();
    expect(alarms).toMatchObject([{ code: 'reports-unreachable', at: new Date(now).toISOString() }]);
    await run('bounces.mailbox');
    await fail();
    now += DAY_MS;
    await fail();
    expect(alarms).toHaveLength(2);
    await run('bounces.mailbox');
    now = Date.now();
  });

  it('is forgotten in time', async () => {
    now += 431 * DAY_MS;
    await run('bounces.purge');
    expect(await rows('passerelle_bounces')).toEqual([]);
    expect(await rows('passerelle_webhook_tokens')).toEqual([]);
    expect(readdirSync(join(folder, 'done'))).toEqual([]);
    expect(await suppressionOf('dur@exemple.example')).toBe('bounced');
  });
});

import { randomUUID } from 'node:crypto';
import {
  inquiryPurgesSchema,
  newsletterReaderSchema,
  type PersonRequestKind,
  personBundleSchema,
  privacyRefusedSchema,
  requestCountsSchema,
  requestDetailSchema,
  requestFindingsSchema,
} from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { tokenWith } from '../support/accounts.ts';
import { databases } from '../support/databases.ts';
import { inquiry } from '../support/inquiries.ts';
import { visitorOf } from '../support/newsletter.ts';
import { openRequest, privacyWork, sendVisitorFile, signInAs } from '../support/persons.ts';
import type { TestCms } from '../support/strapi.ts';
import { pdf } from '../support/visitor-files.ts';
import { submit } from '../support/votes.ts';

const DAY = 86_400_000;
const OFFICER = 'responsable@passerelle.test';

describe.each(databases)('work on requests of persons on $name', ({ name, start }) => {
  let cms: TestCms;
  let officer: string;
  let agent: string;
  let visitor: ReturnType<typeof visitorOf>;
  beforeAll(async () => {
    cms = await start({
      environment: { INQUIRY_NOTICE_EMAIL: OFFICER },
    });
    officer = await signInAs(cms, 'passerelle-privacy-officer');
    agent = await tokenWith(cms, [{ action: 'api::inquiry.read' }, { action: 'api::inquiry.work' }]);
    visitor = visitorOf(cms);
  });
  afterAll(() => cms.stop());

  const table = (of: string) => cms.strapi.db.connection(of);
  const ask = (path: string, body: object) => cms.post(`/passerelle/privacy${path}`, body, officer);
  const look = async (id: string) =>
    requestDetailSchema.parse(await (await cms.get(`/passerelle/privacy/requests/${id}`, officer)).json());
  const addressed = (word: string) => `${word}-${randomUUID()}@exemple.example`;
  const open = (email: string, kind: PersonRequestKind) => openRequest(cms, { email, kind });
  const fetchBundle = (token: string) => cms.post('/api/person-bundle', { token }, cms.submitToken);
  const reminders = (reference: string) =>
    visitor
      .mailsTo(OFFICER)
      .filter(({ template, text }) => template === 'person-request-reminder' && text.includes(reference));

  const referenceOf = async (body: Parameters<typeof inquiry>[0]) => {
    const [answer] = await submit(cms, [inquiry(body)]);
    return (answer?.outcome === 'accepted' && answer.reference) || '';
  };

  it('reminds the officer ten and two days before and once late, with the reference alone', async () => {
    const email = addressed('rappel');
    const id = await open(email, 'rectification');
    const { reference, receivedAt, daysLeft, colour } = await look(id);
    expect([daysLeft, colour]).toEqual([30, 'ok']);
    const { remindAt } = privacyWork(cms);
    const day = (days: number) => new Date(Date.parse(receivedAt) + days * DAY + 1_000);
    await remindAt(day(19));
    expect(await table('passerelle_person_requests').where({ id, reminded: 0 })).toHaveLength(1);
    for (const days of [20, 21, 28, 29, 30, 31]) await remindAt(day(days));
    await visitor.waitForMail(OFFICER, 'person-request-reminder');
    await expect.poll(() => reminders(reference).length, { timeout: 20_000 }).toBe(3);
    for (const mail of reminders(reference)) {
      expect(JSON.stringify(mail)).not.toMatch(/rappel-|Zythum|zythumique/);
      expect(mail.text).toContain(`/admin/plugins/privacy/requests/${id}`);
    }
    const alarms = await table('passerelle_audit').where({ subject: 'person-request-late' });
    expect(alarms.filter(({ detail }) => detail.includes(reference))).toHaveLength(1);
    const late = Date.now() - DAY - 1_000;
    await table('passerelle_person_requests').where({ id }).update({ due_at: late });
    expect(await look(id)).toMatchObject({ late: true, colour: 'late', daysLeft: -1 });
    const counts = await (await cms.get('/passerelle/privacy/counts', officer)).json();
    expect(requestCountsSchema.parse(counts).late).toBeGreaterThan(0);
  });

  it('puts a request off to a later day with its reason, and tells its person', async () => {
    const email = addressed('delai');
    const id = await open(email, 'rectification');
    const before = await look(id);
    const later = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
    const reason = 'Décision de la Commission, dossier fictif.';
    for (const until of [later(3), later(400)]) {
      const refused = await ask(`/requests/${id}/extend`, { until, reason });
      expect(refused.status).toBe(409);
      expect(privacyRefusedSchema.parse(await refused.json()).error.details.code).toBe('date-wrong');
    }
    const until = later(50);
    const done = requestDetailSchema.parse(
      await (await ask(`/requests/${id}/extend`, { until, reason })).json(),
    );
    expect(done.extension?.reason).toBe(reason);
    expect(Date.parse(done.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect(new Date(done.dueAt).toLocaleDateString('sv-SE', { timeZone: 'America/Toronto' })).toBe(until);
    const mail = await visitor.waitForMail(email, 'person-request-extended');
    expect(mail.text).toContain(reason);
  });

  it('refuses by a provision, with its reason and the way to the Commission; until then nothing is destroyed', async () => {
    const email = addressed('refus');
    const reference = await referenceOf({ email });
    const old = { status: 'closed', changed_at: Date.now() - 400 * DAY };
    await table('passerelle_inquiries').where({ reference }).update(old);
    const next = async () => {
      const response = await cms.get('/passerelle/inquiries/purge', officer);
      return inquiryPurgesSchema.parse(await response.json()).next.counts;
    };
    expect(await next()).toEqual({ closed: 1 });
    const id = await open(email, 'rectification');
    expect(await next()).toEqual({});

    const closing = { outcome: 'refused', reason: 'Ce renseignement est exact.' };
    for (const missing of [{}, { provision: '' }, { provision: 'la loi' }]) {
      expect((await ask(`/requests/${id}/close`, { ...closing, ...missing })).status).toBe(400);
    }
    const provision = 'RLRQ c. P-39.1, art. 28';
    const refused = await ask(`/requests/${id}/close`, { ...closing, provision });
    expect(requestDetailSchema.parse(await refused.json())).toMatchObject({
      status: 'refused',
      reason: closing.reason,
      provision,
    });
    const mail = await visitor.waitForMail(email, 'person-request-refused');
    for (const said of [provision, closing.reason, 'Commission d’accès à l’information', '30\u00a0jours']) {
      expect(mail.text).toContain(said);
    }
    expect(await next()).toEqual({});
    const long = { closed_at: Date.now() - 61 * DAY };
    await table('passerelle_person_requests').where({ id }).update(long);
    expect(await next()).toEqual({ closed: 1 });
  });

  it('withdraws the consent that a person asks to withdraw, with the answer and not without', async () => {
    const email = addressed('retrait');
    await referenceOf({ email });
    const token = await visitor.join(email);
    const id = await open(email, 'withdrawal');
    expect((await look(id)).standing).toEqual(['inquiry', 'newsletter']);
    const close = (withdraws: string[], of = id) =>
      ask(`/requests/${of}/close`, { outcome: 'done', withdraws, reason: 'Votre consentement est retiré.' });
    const refusal = async (response: Promise<Response>) =>
      privacyRefusedSchema.parse(await (await response).json()).error.details.code;
    expect(await refusal(close([]))).toBe('not-withdrawn');
    expect(await refusal(close(['newsletter', 'transfer']))).toBe('not-standing');
    const status = async () => newsletterReaderSchema.parse(await (await visitor.read(token)).json());
    expect(await status()).toMatchObject({ status: 'active' });

    const closed = requestDetailSchema.parse(await (await close(['newsletter'])).json());
    expect(closed).toMatchObject({ status: 'done', standing: [] });
    expect(await status()).toMatchObject({ status: 'unsubscribed' });
    const event = await table('passerelle_consent_events').orderBy('sequence', 'desc').first();
    expect(event).toMatchObject({ kind: 'withdrawn', purpose: 'newsletter', wording: 'newsletter-1' });
    expect(event.actor).toMatch(/^staff:\d+$/);
    expect(event.detail).toContain('person-request');
    const audit = await table('passerelle_audit').where({ action: 'person-request-closed' });
    expect(audit.some(({ detail }) => detail.includes('"withdraws":["newsletter"]'))).toBe(true);
    await visitor.waitForMail(email, 'person-request-answered');

    // The consent to a request that was sent; of whom nothing stands, nothing is withdrawn, and that is an answer.
    const sender = addressed('retrait-demande');
    await referenceOf({ email: sender });
    const second = await open(sender, 'withdrawal');
    expect((await look(second)).standing).toEqual(['inquiry']);
    expect((await close(['inquiry'], second)).status).toBe(200);
    const last = await table('passerelle_consent_events').orderBy('sequence', 'desc').first();
    expect(last).toMatchObject({ kind: 'withdrawn', purpose: 'inquiry', page: null });
    const nobody = await open(addressed('retrait-de-rien'), 'withdrawal');
    expect((await look(nobody)).standing).toEqual([]);
    expect((await close([], nobody)).status).toBe(200);
    // Who asked for something else withdraws nothing.
    const curious = addressed('pas-de-retrait');
    await referenceOf({ email: curious });
    const other = await open(curious, 'access');
    expect(await refusal(close(['inquiry'], other))).toBe('not-standing');
  });

  it('hands a person what is kept with its files, by the mailed secret, five times and for 14 days', async () => {
    const email = addressed('copie');
    const reference = await referenceOf({ email });
    await sendVisitorFile(cms, { agent, email, reference }, pdf('une preuve'), '../../Preuve d’études.pdf');
    const id = await open(email, 'portability');
    const found = await cms.get(`/passerelle/privacy/requests/${id}/found`, officer);
    expect(requestFindingsSchema.parse(await found.json())).toMatchObject({
      ...{ inquiries: 1, held: 0, files: 1, newsletter: false, consents: 1, requests: 1 },
    });
    await ask(`/requests/${id}/close`, { outcome: 'done', reason: 'Voici vos renseignements.' });
    const mail = await visitor.waitForMail(email, 'person-request-answered');
    const token = /\/recevoir\/([\w-]{43})\//.exec(mail.text)?.[1] ?? '';
    expect((await fetchBundle('x'.repeat(43))).status).toBe(404);
    const response = await fetchBundle(token);
    expect(response.headers.get('content-type')).toBe('application/zip');
    const files = await unzip(Buffer.from(await response.arrayBuffer()));
    const names = [...files.keys()];
    expect(names.map((one) => one.replace(/.*\.(json|csv|pdf)$/, '$1')).sort()).toEqual([
      ...['csv', 'json', 'pdf', 'pdf'],
    ]);
    const json = files.get(names.find((one) => one.endsWith('.json')) ?? '');
    const bundle = personBundleSchema.parse(JSON.parse(json?.toString('utf8') ?? ''));
    const [file] = bundle.inquiries[0]?.files ?? [];
    expect(file).toMatchObject({ name: 'Preuve d’études.pdf', path: `${reference}/1-Preuve d’études.pdf` });
    expect(files.get(file?.path ?? '')).toEqual(pdf('une preuve'));
    // Of those, the secret isn't one: it would open all of this.
    expect(JSON.stringify(bundle)).not.toContain(token);
    const asked = () => table('passerelle_person_requests').where({ id });
    const { fetch_left: left, fetch_until: until } = await asked().first();
    expect([left, Math.round((Number(until) - Date.now()) / DAY)]).toEqual([4, 14]);
    await asked().update({ fetch_left: 0 });
    expect((await fetchBundle(token)).status).toBe(404);
    await asked().update({ fetch_left: 1, fetch_until: Date.now() });
    expect((await fetchBundle(token)).status).toBe(404);
    const audit = await table('passerelle_audit').where({ action: 'person-bundled' });
    expect(audit.filter(({ detail }) => detail.includes('fetched by the person'))).toHaveLength(1);
  });

  it('finds a ledger that was altered, and tells of it once', async () => {
    const { watchLedger } = privacyWork(cms);
    const alarms = () => table('passerelle_audit').where({ subject: 'ledger-broken' });
    await watchLedger();
    expect(await alarms()).toHaveLength(0);
    const { sequence } = await table('passerelle_consent_events').orderBy('sequence').first();
    const { connection } = cms.strapi.db;
    await connection.raw(
      name === 'SQLite'
        ? 'DROP TRIGGER passerelle_consent_no_update'
        : 'ALTER TABLE passerelle_consent_events DISABLE TRIGGER ALL',
    );
    await table('passerelle_consent_events').where({ sequence }).update({ locale: 'en-CA' });
    await watchLedger();
    await watchLedger();
    expect(await alarms()).toHaveLength(1);
    const mail = await visitor.waitForMail(OFFICER, 'alarm');
    expect(mail.text).toContain('ledger-broken');
    expect(visitor.mailsTo(OFFICER).filter(({ template }) => template === 'alarm')).toHaveLength(1);
  });
});

/** What a ZIP file has, by name. */
async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

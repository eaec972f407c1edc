import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  erasureCertificateSchema,
  personBundleSchema,
  privacyRefusedSchema,
  requestDetailSchema,
  requestListSchema,
} from '@passerelle/contracts';
import sodium from 'libsodium-wrappers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyLedger } from '../../src/consent/ledger.ts';
import { tokenWith } from '../support/accounts.ts';
import { findTraces } from '../support/canary.ts';
import { writeConsultant, writeOrganization } from '../support/consultants.ts';
import { publishedArticle } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { inquiry } from '../support/inquiries.ts';
import { formOf, tokenIn, visitorOf, wordOf } from '../support/newsletter.ts';
import {
  giveUp,
  jobsIn,
  sendVisitorFile,
  signInAs,
  takeLastMail,
  personWish as wish,
} from '../support/persons.ts';
import type { TestCms } from '../support/strapi.ts';
import { pdf } from '../support/visitor-files.ts';
import { submit } from '../support/votes.ts';

/** The part of an envelope that is the key, as it stands in the file. */
const wrappedKeySchema = z.object({
  wrapped_key: z
    .string()
    .transform((text) => z.object({ ciphertext: z.string() }).parse(JSON.parse(text)).ciphertext),
});
describe.each(databases)('persons on $name', ({ name, start }) => {
  let cms: TestCms;
  let officer: string;
  let visitor: ReturnType<typeof visitorOf>;
  beforeAll(async () => {
    cms = await start({
      environment: {
        INQUIRY_NOTICE_EMAIL: 'bureau@passerelle.test',
        // Nothing listens there: what other systems are told stays in the queue.
        WEBHOOK_URL: 'http://127.0.0.1:9/hook',
        WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
        WEBHOOK_ALLOW_PRIVATE: 'true',
      },
    });
    officer = await signInAs(cms, 'passerelle-privacy-officer');
    visitor = visitorOf(cms);
  });
  afterAll(() => cms.stop());

  const table = (of: string) => cms.strapi.db.connection(of);
  const ask = (path: string, body: object, token = officer) =>
    cms.post(`/passerelle/privacy${path}`, body, token);
  const requests = async (token = officer) => {
    const response = await cms.get('/passerelle/privacy/requests', token);
    expect(response.status).toBe(200);
    return requestListSchema.parse(await response.json()).requests;
  };
  async function refusal(response: Response) {
    expect(response.status).toBe(409);
    return privacyRefusedSchema.parse(await response.json()).error.details.code;
  }
  const request = async (email: string) => {
    expect(await visitor.send(wish({ email }))).toEqual(['accepted']);
    return visitor.waitForMail(email, 'person-request-confirm');
  };
  const newest = async () => {
    const rows = await table('passerelle_person_requests').orderBy('received_at', 'desc').limit(1);
    return z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? '';
  };

  /** Has an issue of the newsletter sent to who has joined it. */
  async function sendIssue(email: string): Promise<void> {
    await writeConsultant(cms);
    await writeOrganization(cms);
    await publishedArticle(cms, { title: 'Un seuil a changé', slug: 'un-seuil' });
    await jobsIn(cms).enqueue({ name: 'newsletter.weekly', payload: {} });
    await visitor.waitForMail(email, 'newsletter-issue');
  }

  it('does and tells nothing before the address is confirmed, and staff no person', async () => {
    const email = `attente-${randomUUID()}@exemple.example`;
    const mail = await request(email);
    const id = await newest();
    const subject = { request: id };
    const reason = 'demandé par la personne';
    expect(await refusal(await ask('/bundle', { subject, format: 'json', reason }))).toBe('not-confirmed');
    expect(await refusal(await ask('/erase', { subject, reason }))).toBe('not-confirmed');
    expect(visitor.mailsTo('bureau@passerelle.test')).toEqual([]);

    const late = new Date(Date.now() - 1_000);
    const [answer] = await submit(cms, [formOf('person-request-confirm', { token: 'x'.repeat(43) })]);
    expect(wordOf(answer)).toBe('unknown-subject');
    const confirmation = () =>
      formOf('person-request-confirm', { token: tokenIn(mail) }, { receivedAt: late });
    expect(await visitor.send(confirmation())).toEqual(['accepted']);
    expect(await visitor.send(confirmation())).toEqual(['accepted']);
    const notice = await visitor.waitForMail('bureau@passerelle.test', 'person-request-notice');
    const [row] = (await requests()).filter((one) => one.id === id);
    expect(row).toMatchObject({ status: 'open', kind: 'erasure', late: false });
    expect(Date.parse(row?.dueAt ?? '') - Date.parse(row?.receivedAt ?? '')).toBe(30 * 86_400_000);
    expect(notice.text).toContain(row?.reference);
    for (const word of [email, 'Fictive-Zythum', 'zythumique']) {
      expect(JSON.stringify(notice)).not.toContain(word);
    }
    const detail = await cms.get(`/passerelle/privacy/requests/${id}`, officer);
    expect(requestDetailSchema.parse(await detail.json()).person?.email).toBe(email);
    const audit = await table('passerelle_audit').where({ subject: `person-request/${row?.reference}` });
    expect(audit.map(({ action }) => action)).toEqual(['person-request-read']);
    const told = await visitor.waitForMail(email, 'person-request-received');
    expect(told.text).toContain(row?.reference);

    // Who asked to be erased isn't answered while still there.
    const closing = await ask(`/requests/${id}/close`, { outcome: 'done', reason });
    expect(await refusal(closing)).toBe('not-erased');
    expect((await requests()).find((one) => one.id === id)).toMatchObject({ status: 'open' });
    expect(visitor.mailsTo(email).map(({ template }) => template)).not.toContain('person-request-answered');
  });

  it('erases nobody who asked for something else, and closes what is answered once', async () => {
    const email = `copie-${randomUUID()}@exemple.example`;
    expect(await visitor.send(wish({ email, kind: 'portability' }))).toEqual(['accepted']);
    const mail = await visitor.waitForMail(email, 'person-request-confirm');
    await visitor.send(formOf('person-request-confirm', { token: tokenIn(mail) }));
    const id = await newest();
    const reason = 'remise en main propre';
    expect(await refusal(await ask('/erase', { subject: { request: id }, reason }))).toBe('not-asked');
    const closing = { outcome: 'done', reason };
    const closed = requestDetailSchema.parse(await (await ask(`/requests/${id}/close`, closing)).json());
    expect(closed).toMatchObject({ status: 'done', reason, person: { email } });
    expect(await refusal(await ask(`/requests/${id}/close`, closing))).toBe('request-closed');
  });

  it('mails no more than three links a day to an address that nobody confirms', async () => {
    const email = `importune-${randomUUID()}@exemple.example`;
    const five = [0, 1, 2, 3, 4].map(() => wish({ email }));
    expect(await visitor.send(...five)).toEqual(five.map(() => 'accepted'));
    await visitor.waitForMail(email, 'person-request-confirm', 3);
    expect(visitor.mailsTo(email)).toHaveLength(3);
  });

  it('gives everything that is kept, in three formats, and writes down that it was read', async () => {
    const email = `acces-${randomUUID()}@exemple.example`;
    await submit(cms, [inquiry({ email, message: '=1+1 ma question' })]);
    await visitor.join(email);
    const mail = await request(email);
    await visitor.send(formOf('person-request-confirm', { token: tokenIn(mail) }));
    const subject = { request: await newest() };
    const reason = 'demande d’accès';

    const json = await ask('/bundle', { subject, format: 'json', reason });
    expect(json.status).toBe(200);
    expect(json.headers.get('cache-control')).toBe('no-store');
    const bundle = personBundleSchema.parse(await json.json());
    expect(bundle.inquiries).toHaveLength(1);
    expect(bundle.inquiries[0]).toMatchObject({
      email,
      name: 'Visiteuse Canarisée-Fictive',
      telephone: '+15145550142',
      message: '=1+1 ma question',
      events: [{ kind: 'received' }],
    });
    expect(bundle.newsletter).toMatchObject({ email, status: 'active', frequency: 'weekly' });
    expect(bundle.consents.map(({ kind, purpose }) => `${purpose} ${kind}`)).toEqual([
      'inquiry given',
      'newsletter given',
      'newsletter confirmed',
    ]);
    expect(bundle.requests).toMatchObject([{ kind: 'erasure', name: 'Requérante Fictive-Zythum' }]);
    expect(bundle.mails.map(({ template }) => template).sort()).toEqual([
      'inquiry-received',
      'newsletter-confirm',
      'newsletter-welcome',
      'person-request-confirm',
      'person-request-received',
    ]);
    expect(JSON.stringify(bundle)).not.toContain(tokenIn(mail));

    const csv = await (await ask('/bundle', { subject, format: 'csv', reason })).text();
    expect(csv).toContain("'=1+1 ma question");
    const pdf = await ask('/bundle', { subject, format: 'pdf', reason });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
    expect(bytes.slice(0, 5)).toBe('%PDF-');
    expect(bytes).toContain('/MarkInfo');
    expect(bytes).toContain('/Lang (fr-CA)');
    const audit = await table('passerelle_audit').where({ action: 'person-bundled' });
    expect(audit.filter(({ detail }) => detail.includes(reason))).toHaveLength(3);
  });

  it('erases a person: nothing is left but keyed hashes in tables, logs, files, spool and backups', async () => {
    const word = `Xylograhe${randomUUID().slice(0, 8)}`;
    // One's own may name its person.
    const domain = `domaine-${randomUUID().slice(0, 8)}.example`;
    const secrets = {
      name: `Effacée ${word}`,
      email: `effacee-${randomUUID()}@${domain}`,
      telephone: '+15145550177',
      message: `Question d’effaçage ${randomUUID()}`,
    };
    const other = `autre-${randomUUID()}@exemple.example`;
    const [answer] = await submit(cms, [inquiry(secrets), inquiry({ email: other })]);
    const reference = (answer?.outcome === 'accepted' && answer.reference) || '';
    const key = wrappedKeySchema.parse(await table('passerelle_inquiries').where({ reference }).first());
    await visitor.waitForMail(secrets.email, 'inquiry-received');
    await visitor.join(secrets.email);
    await sendIssue(secrets.email);
    const givenUp = () => giveUp(cms, 'webhook.send');
    await expect.poll(givenUp, { timeout: 30_000 }).toContainEqual(expect.stringContaining(reference));
    const mail = await request(secrets.email);
    await visitor.send(formOf('person-request-confirm', { token: tokenIn(mail) }));
    const id = await newest();
    await visitor.waitForMail(secrets.email, 'person-request-received');
    const content = `contenu-${randomUUID()}`;
    const agent = await tokenWith(cms, [{ action: 'api::inquiry.read' }, { action: 'api::inquiry.work' }]);
    await sendVisitorFile(cms, { agent, email: secrets.email, reference }, pdf(content), `${word}.pdf`);
    const texts = [...Object.values(secrets), word, content];
    const { connection } = cms.strapi.db;
    const paths = [cms.folder];
    // What waits as the web server's spool has it, and a backup from before, which nobody reads without the keys.
    await sodium.ready;
    const waiting = JSON.stringify(wish({ email: secrets.email, message: secrets.message }));
    const publicKey = sodium.crypto_scalarmult_base(new Uint8Array(32));
    writeFileSync(join(cms.folder, 'spool'), sodium.crypto_box_seal(waiting, publicKey));
    if (name === 'SQLite') await connection.raw('VACUUM INTO ?', [join(cms.folder, 'backup')]);
    const before = (await findTraces([...texts, domain, key.wrapped_key], { connection, paths })).join('\n');
    expect(before).toContain(`${secrets.email} in ${join(cms.folder, 'cms/mail')}`);
    expect(before).toContain(key.wrapped_key);
    expect(before).toMatch(new RegExp(`^${domain} in table (?:public\\.)?passerelle_deliveries$`, 'm'));
    // The search has held up this process: connections whose time is over are closed before one is used again.
    await pause(200);

    const done = await ask('/erase', { subject: { request: id }, reason: 'demandé par la personne' });
    const body: unknown = await done.json();
    expect(done.status, JSON.stringify(body)).toBe(200);
    const certificate = erasureCertificateSchema.parse(body);
    expect(certificate.counts).toEqual({ inquiries: 1, subscribers: 1, mails: 6, requests: 1, files: 1 });
    expect(readdirSync(join(cms.folder, 'cms/files'))).toEqual([]);

    await takeLastMail(cms, secrets.email);
    await connection.raw('VACUUM');
    if (name === 'SQLite') await connection.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    const found = await findTraces([...texts, domain, other, key.wrapped_key], { connection, paths });
    await pause(200);
    // Of the other one all is there, and the search finds what there is.
    expect(found.join('\n')).toContain(`${other} in ${join(cms.folder, 'cms/mail')}`);
    // Nor is the key that would open what somebody has copied before, outside of a backup. PostgreSQL's log has it for a while.
    const left = found.filter((trace) => !trace.startsWith(other));
    const ofKey = left.filter((trace) => trace.startsWith(key.wrapped_key));
    // The sender of issues has a domain in clear: no row has it any more, and whatever PostgreSQL will write over.
    const ofDomain = left.filter((trace) => trace.startsWith(`${domain} in `));
    if (name === 'SQLite') {
      const backup = join(cms.folder, 'backup');
      expect([...ofKey, ...ofDomain]).toEqual([`${key.wrapped_key} in ${backup}`, `${domain} in ${backup}`]);
    } else {
      const writtenOver = /in (?:write-ahead log|file of passerelle_deliveries)$/;
      expect(ofDomain.filter((trace) => !writtenOver.test(trace))).toEqual([]);
    }
    const rest = left.filter((trace) => !ofKey.includes(trace) && !ofDomain.includes(trace));
    expect(rest).toEqual([]);
    expect(readdirSync(join(cms.folder, 'cms/mail')).length).toBeGreaterThan(0);

    const after = await ask('/bundle', {
      subject: { email: secrets.email },
      format: 'json',
      reason: 'contrôle',
    });
    const bundle = personBundleSchema.parse(await after.json());
    expect(bundle).toMatchObject({ inquiries: [], newsletter: null, requests: [], mails: [] });
    expect(
      bundle.consents
        .slice(-2)
        .map(({ kind, purpose }) => `${purpose} ${kind}`)
        .sort(),
    ).toEqual(['inquiry erased', 'newsletter erased']);
    expect((await requests()).find((one) => one.id === id)).toMatchObject({ status: 'done' });
    const look = await cms.get(`/passerelle/privacy/requests/${id}`, officer);
    expect(requestDetailSchema.parse(await look.json()).person).toBeNull();
    const list = await cms.get('/passerelle/privacy/certificates', officer);
    expect(JSON.stringify(await list.json())).toContain(certificate.hash);
    expect(await verifyLedger(cms.strapi)).toMatchObject({ brokenAt: null });
    // What was sent and what was given up is still there to be counted.
    expect(await table('passerelle_deliveries').where({ domain: 'erased.invalid' })).toHaveLength(1);
    expect(await givenUp()).toContainEqual(expect.stringContaining(reference));
  }, 180_000);

  it('erases nothing of a person whose inquiry is under a legal hold', async () => {
    const email = `retenue-${randomUUID()}@exemple.example`;
    const [answer] = await submit(cms, [inquiry({ email })]);
    const reference = (answer?.outcome === 'accepted' && answer.reference) || '';
    await visitor.join(email);
    await table('passerelle_inquiries').where({ reference }).update({ legal_hold: true });
    const subject = { email };
    expect(await refusal(await ask('/erase', { subject, reason: 'lettre signée' }))).toBe('legal-hold');
    const json = await ask('/bundle', { subject, format: 'json', reason: 'lettre signée' });
    const bundle = personBundleSchema.parse(await json.json());
    expect([bundle.inquiries.length, bundle.newsletter?.status]).toEqual([1, 'active']);
  });

  it('is open to the privacy officer alone', async () => {
    const doors = [
      ['GET', '/requests'],
      ['GET', `/requests/${randomUUID()}`],
      ['GET', '/certificates'],
      ['POST', `/requests/${randomUUID()}/close`],
      ['POST', `/requests/${randomUUID()}/extend`],
      ['GET', `/requests/${randomUUID()}/found`],
      ['GET', '/counts'],
      ['POST', '/bundle'],
      ['POST', '/erase'],
    ] as const;
    const statuses = async (token: string | undefined) => {
      const found: number[] = [];
      for (const [method, path] of doors) {
        const address = `/passerelle/privacy${path}`;
        found.push(
          (method === 'GET' ? await cms.get(address, token) : await cms.post(address, {}, token)).status,
        );
      }
      return found;
    };
    expect(await statuses(officer)).toEqual([200, 404, 200, 400, 400, 404, 200, 400, 400]);
    for (const code of ['passerelle-intake-agent', 'passerelle-licensee', 'strapi-editor']) {
      expect(await statuses(await signInAs(cms, code))).toEqual(doors.map(() => 403));
    }
    for (const token of [undefined, cms.submitToken]) {
      expect(await statuses(token)).toEqual(doors.map(() => 401));
    }
  });

  it('keeps the registers of incidents and processors for the privacy officer alone, and for five years', async () => {
    const place = '/content-manager/collection-types/api::incident.incident';
    const entry = {
      title: 'Courriel mal adressé',
      discoveredOn: '2019-01-15',
      circumstances: 'Une pièce jointe de trop.',
      information: 'Un nom, une adresse.',
      seriousRisk: false,
    };
    const made = await cms.post(place, entry, officer);
    expect(made.status, await made.clone().text()).toBe(201);
    const { data } = z.object({ data: z.object({ documentId: z.string() }) }).parse(await made.json());
    const send = (method: string, token: string) =>
      fetch(`${cms.address}${place}/${data.documentId}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await send('GET', officer)).status).toBe(200);
    // The day it became known is long ago; when it was written down isn't.
    const refused = await send('DELETE', officer);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('cinq ans');
    expect(await table('incidents').where({ document_id: data.documentId })).toHaveLength(1);
    for (const code of ['passerelle-intake-agent', 'passerelle-licensee', 'strapi-editor', 'strapi-author']) {
      const token = await signInAs(cms, code);
      expect((await send('GET', token)).status).toBe(403);
      expect(
        (await cms.get('/content-manager/collection-types/api::processor.processor', token)).status,
      ).toBe(403);
    }
    expect((await cms.get('/api/incidents', cms.siteToken)).status).toBe(404);
    const suppliers = '/content-manager/collection-types/api::processor.processor';
    const about = { service: 'Hébergement', information: 'Toutes, chiffrées.', place: 'Québec' };
    const supplier = await cms.post(
      suppliers,
      { name: 'Hébergeur fictif', ...about, outsideQuebec: false },
      officer,
    );
    expect(supplier.status, await supplier.clone().text()).toBe(201);
    expect((await cms.get(suppliers, officer)).status).toBe(200);
    await table('incidents')
      .where({ document_id: data.documentId })
      .update({ created_at: new Date('2019-01-20') });
    expect((await send('DELETE', officer)).status).toBe(200);
  });
});

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  consentEvidenceSchema,
  importPreviewSchema,
  importReportSchema,
  newsletterDataSchema,
  readerLiftedSchema,
  readerLookSchema,
  readerUnsubscribedSchema,
} from '@passerelle/contracts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReaderList } from '../../src/api/subscriber/adapters/reader-list.ts';
import { openReader } from '../../src/api/subscriber/adapters/sealed-reader.ts';
import { readSubscriberOf } from '../../src/api/subscriber/adapters/subscriber-rows.ts';
import { insertSuppression } from '../../src/api/subscriber/adapters/suppression-rows.ts';
import { readAudit } from '../../src/platform/audit/audit.ts';
import { createPersonalRecords } from '../../src/platform/crypto/personal-records.ts';
import { tokenWith } from '../support/accounts.ts';
import { runCli } from '../support/command.ts';
import { writeOrganization } from '../support/consultants.ts';
import { documentsOf, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import { formOf, tokenIn, visitorOf, wish } from '../support/newsletter.ts';
import type { TestCms } from '../support/strapi.ts';

const READERS = '/passerelle/readers';
const REASON = 'Plainte reçue par la poste';
const PROVEN = 'prouve@exemple.example';
const MAPPING = { email: 0, locale: 1, topics: 2, consentDate: 3, source: 4, evidence: 5, programmes: 6 };
const PROGRAMME = {
  code: 'PEQ',
  name: 'Programme de l’expérience québécoise',
  slug: 'peq',
  jurisdiction: 'QC',
  authority: 'MIFI',
  standing: 'open',
};
const TABLE = [
  'Courriel;Langue;Sujets;Date du consentement;Source;Preuve;Programmes',
  `${PROVEN};Anglais;;2024-05-31;Salon de l’immigration;Fiche 12, classeur B;peq`,
  'sans-preuve@exemple.example;;;;;;',
  'pas une adresse;;;;;;',
  `${PROVEN.toUpperCase()};;;;;;`,
  'ecarte@exemple.example;;;2024-05-31;Salon;Fiche 13;',
  'fini@exemple.example;;;2024-05-31;Salon;Fiche 14;',
  'a@exemple.example;;Jardinage;;;;',
  '=cmd@exemple.example;;;2024-05-31;Salon;Fiche 15;',
].join('\r\n');

const ORGANIZATION_LINES = [
  'Cabinet inc.',
  '1, rue, Québec (QC) G0A\u00a00A0',
  '418\u00a0555-0100',
  'bonjour@cabinet.example',
];
const textOf = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe.each(databases)('the newsletter’s readers on $name', ({ start }) => {
  let cms: TestCms;
  let token: string;
  beforeAll(async () => {
    cms = await start();
    token = await tokenWith(
      cms,
      ['look', 'import', 'export'].map((action) => ({ action: `api::reader-desk.${action}` })),
    );
    const data: Record<string, unknown> = {
      purpose: 'newsletter',
      number: 1,
      label: 'J’accepte de recevoir l’infolettre',
      text: textOf('Je peux y mettre fin.'),
    };
    await documentsOf(cms, 'consent-text').create({ locale: 'fr-CA', status: 'published', data });
    const notice = { ...data, purpose: 'notice', label: 'Avis', text: textOf('Gardé au Québec.') };
    await documentsOf(cms, 'consent-text').create({ locale: 'fr-CA', status: 'published', data: notice });
    await writeOrganization(cms);
    const { documentId } = await documentsOf(cms, 'programme').create({ locale: 'fr-CA', data: PROGRAMME });
    // What isn't there in a reader's language can't be chosen in it.
    await write(cms, 'programme', documentId, 'en-CA', { ...PROGRAMME, slug: 'quebec-experience' });
  });
  afterAll(() => cms.stop());

  const records = createPersonalRecords({ masterKey: 'c'.repeat(64), oldKeys: [] });
  const db = () => cms.strapi.db.connection;
  const ask = (path: string, body: object, as = token) => cms.post(`${READERS}${path}`, body, as);
  const send = (path: string, octets: Uint8Array<ArrayBuffer>, as = token) =>
    fetch(`${cms.address}${READERS}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${as}` },
      body: octets,
    });
  const importing = async (octets: Uint8Array<ArrayBuffer>, dryRun: boolean) => {
    const wanted = JSON.stringify({ mapping: MAPPING, locale: 'fr-CA', dryRun, words: 'fr' });
    const answer = await send(`/import?wish=${encodeURIComponent(wanted)}`, octets);
    expect(answer.status).toBe(200);
    return importReportSchema.parse(await answer.json());
  };
  const look = async (email: string) => readerLookSchema.parse(await (await ask('/look', { email })).json());
  // As a spreadsheet of a French Windows saves it.
  const octets = Uint8Array.from(Buffer.from(TABLE.replaceAll('’', "'"), 'latin1'));

  it('are shown from a file before any of it is taken', async () => {
    const answer = await send('/import/preview', octets);
    const preview = importPreviewSchema.parse(await answer.json());
    expect(preview.guess).toEqual(MAPPING);
    expect(preview.rows).toHaveLength(8);
    expect(preview.rows[0]?.[4]).toBe("Salon de l'immigration");
  });

  it('are only said to be imported by a trial', async () => {
    await visitorOf(cms).join('fini@exemple.example');
    await db()('passerelle_subscribers').update({ status: 'unsubscribed', ended_at: Date.now() });
    await db()('passerelle_suppressions').insert({
      email_index: records.blindIndex('email', 'ecarte@exemple.example'),
      reason: 'bounced',
      at: Date.now(),
    });
    const before = await db()('passerelle_consent_events').count({ count: '*' });
    const report = await importing(octets, true);
    expect(report).toMatchObject(EXPECTED);
    expect(report.dryRun).toBe(true);
    expect(await db()('passerelle_subscribers').select('id')).toHaveLength(1);
    expect(await db()('passerelle_consent_events').count({ count: '*' })).toEqual(before);
  });

  it('are imported with their evidence, each with what became of it and why', async () => {
    const report = await importing(octets, false);
    expect(report).toMatchObject(EXPECTED);
    expect(report.faults.map(({ line, code }) => [line, code])).toEqual([
      [4, 'email-wrong'],
      [8, 'topic-unknown'],
    ]);
    expect(report.faults[0]?.message).toBe('L’adresse n’en est pas une.');
    expect(report.duplicates).toEqual([{ line: 5, first: 2 }]);
    const [audit] = await readAudit(db(), 'readers', 1);
    expect(audit).toMatchObject({ action: 'readers-imported' });
    expect(audit?.detail).not.toContain('exemple');
  });

  it('who came without evidence are not written to, and who is suppressed or has ended stays so', async () => {
    expect((await look('sans-preuve@exemple.example')).reader?.status).toBe('unproven');
    expect((await look(PROVEN)).reader).toMatchObject({
      status: 'active',
      locale: 'en-CA',
      programmes: [PROGRAMME.name],
    });
    expect(await look('ecarte@exemple.example')).toMatchObject({ reader: null, suppressed: true, events: 0 });
    expect((await look('fini@exemple.example')).reader?.status).toBe('unsubscribed');
    const setting = { strapi: cms.strapi, records, clock: () => new Date(), siteUrl: 'https://site.example' };
    const list = createReaderList(setting);
    const excluded = new Map<string, number>();
    await db().transaction(async (trx) => {
      for await (const { excluded: because } of list.candidates(trx, {})) {
        excluded.set(String(because), (excluded.get(String(because)) ?? 0) + 1);
      }
    });
    expect(Object.fromEntries(excluded)).toEqual({ null: 2, unconfirmed: 1, unsubscribed: 1 });
  });

  it('are imported once: the same file again changes nothing', async () => {
    const { outcomes } = await importing(octets, false);
    expect(outcomes).toMatchObject({
      added: 0,
      updated: 0,
      unproven: 0,
      already: 3,
      ended: 1,
      suppressed: 1,
    });
  });

  it('who confirm themselves are readers whatever came before', async () => {
    const email = 'sans-preuve@exemple.example';
    await visitorOf(cms).join(email);
    expect((await look(email)).reader?.status).toBe('active');
  });

  it('have their consents proved, with the words shown and hashes that anybody can follow', async () => {
    const email = 'sans-preuve@exemple.example';
    const answer = await ask('/evidence', { email, format: 'json', reason: REASON });
    const evidence = consentEvidenceSchema.parse(await answer.json());
    expect(evidence.events.map(({ kind }) => kind)).toEqual(['imported', 'given', 'confirmed']);
    expect(evidence.events[1]).toMatchObject({
      page: '/infolettre/',
      formVersion: '1',
      wording: { version: 'newsletter-1', text: 'Je peux y mettre fin.' },
    });
    expect(evidence.events[1]?.notice).toEqual({
      ...{ version: 'notice-1', label: 'Avis', text: 'Gardé au Québec.' },
    });
    expect(evidence.events[0]?.notice).toBeNull();
    expect(evidence.asker).toMatchObject({ withdrawal: expect.stringContaining('en tout temps') });
    expect(evidence.asker?.lines.slice(0, 4)).toEqual(ORGANIZATION_LINES);
    expect(evidence.events[2]?.detail).toMatchObject({ proof: 'mailed-link' });
    expect(evidence.ledger).toMatchObject({ intact: true, brokenAt: null });
    for (const { previousHash, content, hash } of evidence.events) {
      expect(createHash('sha256').update(`${previousHash}\n${content}`).digest('hex')).toBe(hash);
    }
    const [audit] = await readAudit(db(), 'consent-evidence', 1);
    expect(audit?.detail).toContain(REASON);
    expect(audit?.detail).not.toContain(email);
  });

  it('see what was handed over with them in their own data', async () => {
    const found = await readSubscriberOf(db(), records.blindIndex('email', PROVEN));
    if (found === null) throw new Error('there is no such reader');
    const { manageToken } = await openReader(records, found);
    const data = newsletterDataSchema.parse(await (await visitorOf(cms).read(manageToken, '/data')).json());
    expect(data.imported).toMatchObject({ consentDate: '2024-05-31', evidence: 'Fiche 12, classeur B' });
  });

  it('have it in a PDF of their language, tagged, with what was handed over', async () => {
    const answer = await ask('/evidence', { email: PROVEN, format: 'pdf', reason: REASON });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const loading = getDocument({ data: new Uint8Array(await answer.arrayBuffer()) });
    const pdf = await loading.promise;
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'en-CA', Title: 'Evidence of consent' });
    expect(await pdf.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
    const page = await pdf.getPage(1);
    expect(JSON.stringify(await page.getStructTree())).toContain('"role":"H2"');
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const words of [
      PROVEN,
      'Fiche 12, classeur B',
      '2024-05-31',
      'The whole ledger was verified',
      'withdrawn at any time',
      ORGANIZATION_LINES[0] ?? '',
    ]) {
      expect(text).toContain(words);
    }
    await loading.destroy();
  });

  it('are exported for a reason, with nothing that a spreadsheet would run', async () => {
    const wanted = { format: 'csv', bom: true, reason: REASON };
    const answer = await ask('/export', wanted);
    expect(answer.headers.get('content-disposition')).toMatch(/lecteurs-\d{4}-\d\d-\d\d\.csv/);
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\ufeffAdresse,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain(`,en-CA,,${PROGRAMME.name},weekly,`);
    expect(text).toContain("\r\n'=cmd@exemple.example,Active,");
    const active = await ask('/export', { format: 'json', status: 'active', reason: REASON });
    const readers: unknown[] = JSON.parse(await active.text());
    expect(readers).toHaveLength(3);
    const [audit] = await readAudit(db(), 'readers', 1);
    expect(audit).toMatchObject({ action: 'readers-exported' });
    expect((await ask('/export', { format: 'csv' })).status).toBe(400);
  });

  it('are imported and proved from the command line too, beside a CMS that runs', async () => {
    const email = 'terminal@exemple.example';
    const file = join(cms.folder, 'lecteurs.csv');
    const proof = '2024-05-31;Salon;Fiche 20';
    writeFileSync(file, `Courriel;Jour;Source;Preuve\r\n${email};${proof}\r\npas une adresse;${proof}\r\n`);
    const columns = 'email=Courriel,consentDate=Jour,source=Source,evidence=Preuve';
    const imported = await runCli('newsletter', ['import', file, '--map', columns]);
    const report = importReportSchema.parse(JSON.parse(imported.stdout.toString()));
    expect(report).toMatchObject({ rows: 2, outcomes: { added: 1, refused: 1 }, stopped: null });
    expect(imported.code).toBe(1);
    expect((await look(email)).reader?.status).toBe('active');

    const args = ['evidence', '--email', email, '--reason', REASON, '--format', 'pdf'];
    const proved = await runCli('ledger', args);
    expect(proved.code, proved.output.slice(0, 1_000)).toBe(0);
    const loading = getDocument({ data: new Uint8Array(proved.stdout) });
    const page = await (await loading.promise).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const words of [email, 'Fiche 20']) expect(text).toContain(words);
    await loading.destroy();
    const [audit] = await readAudit(db(), 'consent-evidence', 1);
    expect(audit).toMatchObject({ actor: null });
  }, 120_000);

  it('are unsubscribed by staff who were told so, once, with who and how in the ledger', async () => {
    const wanted = { channel: 'telephone' };
    const unsubscribe = async (email: string) =>
      readerUnsubscribedSchema.parse(await (await ask('/unsubscribe', { ...wanted, email })).json()).outcome;
    const consents = async (email: string) =>
      consentEvidenceSchema.parse(
        await (await ask('/evidence', { email, format: 'json', reason: REASON })).json(),
      ).events;
    const paused = 'pause@exemple.example';
    await visitorOf(cms).join(paused);
    const queued = await db()('passerelle_subscribers').orderBy('joined_at', 'desc').first('id');
    const setting = { strapi: cms.strapi, records, clock: () => new Date(), siteUrl: 'https://site.example' };
    const wanting = () =>
      db().transaction((trx) => createReaderList(setting).stillWant(trx, [String(queued.id)]));
    expect(await wanting()).toEqual(new Set([queued.id]));
    expect(await unsubscribe('Pause@exemple.example')).toBe('ended');
    // What the sender asks before each mail that is queued, as after a reader's own click.
    expect(await wanting()).toEqual(new Set());
    expect(await unsubscribe(paused)).toBe('already');
    expect((await look(paused)).reader).toMatchObject({ status: 'unsubscribed', pausedUntil: null });
    const events = await consents(paused);
    expect(events.map(({ kind }) => kind)).toEqual(['given', 'confirmed', 'withdrawn']);
    expect(events[2]).toMatchObject({
      actor: expect.stringMatching(/^staff:\d+$/),
      detail: wanted,
      wording: { version: 'newsletter-1' },
    });
    const audits = await readAudit(db(), `reader/${queued.id}`, 10);
    expect(audits.filter(({ action }) => action === 'reader-unsubscribed')).toHaveLength(2);
    expect(JSON.stringify(audits)).not.toContain('exemple.example');

    // Who hasn't confirmed, or came without evidence, may want nothing either.
    for (const status of ['pending', 'unproven']) {
      const waiting = `${status}@exemple.example`;
      await visitorOf(cms).send(wish(waiting));
      await db()('passerelle_subscribers')
        .where({ email_index: records.blindIndex('email', waiting) })
        .update({ status });
      expect(await unsubscribe(waiting)).toBe('ended');
    }
    const none = await ask('/unsubscribe', { ...wanted, email: 'inconnu@exemple.example' });
    expect(none.status).toBe(404);
    expect((await ask('/unsubscribe', { email: paused, channel: 'rumeur' })).status).toBe(400);
  });

  it('are written to again once staff have lifted a suppression, and they have asked and confirmed', async () => {
    const email = 'revenu@exemple.example';
    const visitor = visitorOf(cms);
    await visitor.join(email);
    const emailIndex = records.blindIndex('email', email);
    await db().transaction((trx) =>
      insertSuppression(trx, { emailIndex, reason: 'bounced', at: Date.now() }),
    );
    await db()('passerelle_subscribers').where({ email_index: emailIndex }).update({ status: 'suppressed' });
    const lift = async (reason: string) => ask('/lift', { email, reason });
    expect((await lift(' ')).status).toBe(400);
    const outcomeOf = async (response: Response) => readerLiftedSchema.parse(await response.json()).outcome;
    expect(await outcomeOf(await lift('Boîte rétablie'))).toBe('lifted');
    expect(await outcomeOf(await lift('Boîte rétablie'))).toBe('already');
    const { reader, suppressed } = await look(email);
    expect([reader?.status, suppressed]).toEqual(['suppressed', false]);
    const [, again, first] = await readAudit(db(), `reader/${reader?.id}`, 3);
    expect(first).toMatchObject({ action: 'suppression-lifted', actor: expect.stringContaining('#') });
    expect(JSON.parse(first?.detail ?? '')).toEqual({ reason: 'Boîte rétablie', was: 'bounced' });
    expect(JSON.parse(again?.detail ?? '')).toMatchObject({ was: null });

    await db()('passerelle_subscribers').where({ email_index: emailIndex }).update({ mailed_at: null });
    await visitor.send(wish(email));
    const token = tokenIn(await visitor.waitForMail(email, 'newsletter-confirm', 2));
    await visitor.send(formOf('newsletter-confirm', { token }));
    await visitor.waitForMail(email, 'newsletter-welcome', 2);
    expect((await look(email)).reader?.status).toBe('active');
  });

  it('are unsubscribed from the command line too', async () => {
    const email = 'par-lettre@exemple.example';
    await visitorOf(cms).join(email);
    const args = ['unsubscribe', '--email', email, '--channel', 'letter'];
    const done = await runCli('newsletter', args);
    expect(done.code, done.output.slice(0, 1_000)).toBe(0);
    expect(JSON.parse(done.stdout.toString())).toEqual({ outcome: 'ended' });
    expect((await look(email)).reader?.status).toBe('unsubscribed');
    const unknown = await runCli('newsletter', [
      ...args.slice(0, 2),
      'inconnu@exemple.example',
      ...args.slice(3),
    ]);
    expect(unknown.code).toBe(1);
    expect((await runCli('newsletter', ['unsubscribe', '--email', email])).code).toBe(2);
  }, 120_000);

  it('are nobody’s business whose role doesn’t say so, and nothing is told of an unknown address', async () => {
    const other = await tokenWith(cms, [{ action: 'api::newsletter-desk.read' }]);
    const wanted = { email: PROVEN, format: 'json', reason: REASON };
    for (const path of [
      '/look',
      '/unsubscribe',
      '/lift',
      '/evidence',
      '/export',
      '/import/preview',
      '/import',
    ]) {
      expect((await ask(path, wanted, other)).status, path).toBe(403);
    }
    expect((await ask('/evidence', { ...wanted, email: 'inconnu@exemple.example' })).status).toBe(404);
    expect((await ask('/import/preview', {})).status).toBe(400);
  });
});

const EXPECTED = {
  rows: 8,
  outcomes: {
    added: 2,
    unproven: 1,
    updated: 0,
    already: 0,
    ended: 1,
    suppressed: 1,
    duplicate: 1,
    refused: 2,
  },
  stopped: null,
};

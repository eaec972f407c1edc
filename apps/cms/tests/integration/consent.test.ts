import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendConsent, type ConsentEvent, consentOf, verifyLedger } from '../../src/consent/ledger.ts';
import { startConsentProcess } from '../support/consent-processes.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const EVENTS = 'passerelle_consent_events';

const given: ConsentEvent = {
  kind: 'given',
  purpose: 'newsletter',
  email: 'Visiteur@Exemple.example',
  wording: 'newsletter-3',
  locale: 'fr-CA',
  page: '/infolettre/',
  formVersion: '1',
  at: new Date('2026-11-25T15:00:00.123Z'),
  actor: 'visitor',
};

describe.each(databases)('the consent ledger on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  const add = (event: ConsentEvent) =>
    cms.strapi.db.transaction(({ trx }) => appendConsent(cms.strapi, trx, event));

  it('is whole while it is empty', async () => {
    expect(await verifyLedger(cms.strapi)).toMatchObject({ events: 0, brokenAt: null });
  });

  it('tells of a person, however the address is written, and of nobody else', async () => {
    await add(given);
    await add({ ...given, email: 'autre@exemple.example', purpose: 'inquiry', wording: 'inquiry-1' });
    await add({
      ...given,
      kind: 'erased',
      actor: 'staff:7',
      wording: null,
      detail: { reason: 'asked', rows: 3 },
    });
    const events = await consentOf(cms.strapi, ' visiteur@exemple.example');
    expect(events).toMatchObject([
      { sequence: 1, kind: 'given', wording: 'newsletter-3', at: given.at, detail: null },
      { sequence: 3, kind: 'erased', actor: 'staff:7', detail: { reason: 'asked', rows: 3 } },
    ]);
    expect(JSON.stringify(events)).not.toContain('exemple.example');
    expect(await consentOf(cms.strapi, 'personne@exemple.example')).toEqual([]);
    expect(await verifyLedger(cms.strapi)).toMatchObject({ events: 3, brokenAt: null });
  });

  it('has nothing of what was rolled back, and goes on from there', async () => {
    const undone = cms.strapi.db.transaction(async ({ trx }) => {
      await appendConsent(cms.strapi, trx, { ...given, email: 'annule@exemple.example' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await add(given);
    expect(await consentOf(cms.strapi, 'annule@exemple.example')).toEqual([]);
    expect(await verifyLedger(cms.strapi)).toMatchObject({ events: 4, brokenAt: null });
  });

  it('takes two hundred at once without a gap', async () => {
    await Promise.all(Array.from({ length: 200 }, () => add(given)));
    expect(await verifyLedger(cms.strapi)).toMatchObject({ events: 204, brokenAt: null });
  });

  it('refuses what is no event, without telling whose', async () => {
    const refused = add({ ...given, page: 'x'.repeat(301) });
    await expect(refused).rejects.toThrow(/page/);
    await expect(refused).rejects.not.toThrow(/Exemple/);
  });

  it('can be added to, and changed in no way', async () => {
    const { connection } = cms.strapi.db;
    const before = await connection(EVENTS).orderBy('sequence');
    const columns = '(sequence, at, kind, purpose, person, locale, actor, hash)';
    const replacing = `${columns} VALUES (1, 0, 'given', 'inquiry', 'x', 'fr-CA', 'system', 'x')`;
    const attempts = [
      `UPDATE ${EVENTS} SET kind = 'withdrawn' WHERE sequence = 2`,
      `DELETE FROM ${EVENTS} WHERE sequence = 2`,
      `INSERT INTO ${EVENTS} ${replacing} ON CONFLICT (sequence) DO UPDATE SET kind = 'erased'`,
      'DELETE FROM passerelle_consent_head',
      ...(connection.client.config.client === 'pg'
        ? [`TRUNCATE ${EVENTS}`, 'TRUNCATE passerelle_consent_head']
        : [`INSERT OR REPLACE INTO ${EVENTS} ${replacing}`, `REPLACE INTO ${EVENTS} ${replacing}`]),
    ];
    for (const attempt of attempts)
      await expect(connection.raw(attempt)).rejects.toThrow(/append-only|stays/);
    expect(await connection(EVENTS).orderBy('sequence')).toEqual(before);
  });

  it.each([
    ['a changed event', 2, [`UPDATE ${EVENTS} SET page = '/ailleurs/' WHERE sequence = 2`]],
    ['another time', 3, [`UPDATE ${EVENTS} SET at = at + 1 WHERE sequence = 3`]],
    ['an event that was taken out', 2, [`DELETE FROM ${EVENTS} WHERE sequence = 2`]],
    ['the last one taken out', 204, [`DELETE FROM ${EVENTS} WHERE sequence = 204`]],
    ['one put at the end', 205, [copyOf(7, 205)]],
    [
      'the last one taken out, and the end set back',
      203,
      [
        `DELETE FROM ${EVENTS} WHERE sequence = 204`,
        `UPDATE passerelle_consent_head SET sequence = 203, hash = (SELECT hash FROM ${EVENTS} WHERE sequence = 203)`,
      ],
    ],
    [
      'two that changed places',
      5,
      [
        `UPDATE ${EVENTS} SET sequence = 0 WHERE sequence = 5`,
        `UPDATE ${EVENTS} SET sequence = 5 WHERE sequence = 6`,
        `UPDATE ${EVENTS} SET sequence = 6 WHERE sequence = 0`,
      ],
    ],
    [
      'one put in, and the others moved',
      3,
      [
        `UPDATE ${EVENTS} SET sequence = -sequence - 1 WHERE sequence > 2`,
        `UPDATE ${EVENTS} SET sequence = -sequence WHERE sequence < 0`,
        copyOf(1, 3),
      ],
    ],
  ])('finds %s, when the database no longer refuses it', async (_, brokenAt, statements) => {
    const { connection } = cms.strapi.db;
    const findings = connection.transaction(async (trx) => {
      for (const statement of [...disarmed(trx), ...statements]) await trx.raw(statement);
      throw new Error(`broken at ${(await verifyLedger(cms.strapi, trx)).brokenAt}`);
    });
    await expect(findings).rejects.toThrow(`broken at ${brokenAt}`);
    expect(await verifyLedger(cms.strapi)).toMatchObject({ events: 204, brokenAt: null });
  });

  it('has one chain, whatever two processes add at the same time', async () => {
    const { events } = await verifyLedger(cms.strapi);
    const databaseUrl = process.env.DATABASE_URL || undefined;
    const other = await startConsentProcess({ databaseUrl, folder: cms.folder, events: 150 });
    const theirs = other.go();
    let mine = 0;
    let going = true;
    const adding = async () => {
      while (going || mine < 20) {
        mine += 1;
        await add(given);
        // SQLite answers without a turn of the event loop: the other process would never be heard.
        await pause(2);
      }
    };
    const adders = Array.from({ length: 5 }, adding);
    await theirs;
    going = false;
    await Promise.all(adders);
    expect(mine).toBeGreaterThan(20);
    expect(await verifyLedger(cms.strapi)).toMatchObject({ events: events + 150 + mine, brokenAt: null });
  });
});

/** A copy of an event under another number. */
function copyOf(sequence: number, as: number): string {
  const rest = 'at, kind, purpose, person, wording, locale, page, form_version, actor, detail, hash';
  return `INSERT INTO ${EVENTS} (sequence, ${rest}) SELECT ${as}, ${rest} FROM ${EVENTS} WHERE sequence = ${sequence}`;
}

/** What takes the database's own refusals away, as who owns it can. */
function disarmed(connection: { client: { config: { client: string } } }): string[] {
  return connection.client.config.client === 'pg'
    ? [`ALTER TABLE ${EVENTS} DISABLE TRIGGER ALL`]
    : ['update', 'delete', 'replace'].map((what) => `DROP TRIGGER passerelle_consent_no_${what}`);
}

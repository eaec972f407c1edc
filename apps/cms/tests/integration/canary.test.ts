import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendConsent } from '../../src/consent/ledger.ts';
import { createPersonalRecords } from '../../src/platform/crypto/personal-records.ts';
import { findTraces } from '../support/canary.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const word = () => `Zythum${randomBytes(8).toString('hex')}`;

describe.each(databases)('personal data on $name', ({ name, start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await cms.strapi.db.connection.schema.createTable('test_canary', (table) => {
      table.string('id').primary();
      table.text('text');
      table.binary('bytes');
    });
  });
  afterAll(() => cms.stop());

  const search = (...texts: string[]) =>
    findTraces(texts, { connection: cms.strapi.db.connection, paths: [cms.folder] });

  it('is found by the search where it is in clear, however it is written', async () => {
    const { connection } = cms.strapi.db;
    const [plain, encoded, hex, bytes, filed, none] = [word(), word(), word(), word(), word(), word()];
    await connection('test_canary').insert([
      { id: 'a', text: `<p>${plain.toUpperCase()}</p>` },
      // Twice: a page's end may go through one.
      { id: 'a2', text: plain },
      { id: 'b', text: Buffer.from(`- ${encoded} -`).toString('base64') },
      { id: 'c', text: Buffer.from(`- ${hex} -`).toString('hex') },
      { id: 'd', bytes: Buffer.from(bytes) },
    ]);
    writeFileSync(join(cms.folder, 'some.log'), `a line\n${filed}\n`);
    const traces = await search(plain, encoded, hex, bytes, filed, none);
    const table = name === 'SQLite' ? 'table test_canary' : 'table public.test_canary';
    for (const text of [plain, encoded, hex, bytes]) expect(traces).toContain(`${text} in ${table}`);
    expect(traces).toContain(`${filed} in ${join(cms.folder, 'some.log')}`);
    expect(traces.filter((trace) => trace.startsWith(none))).toEqual([]);
    const disk = name === 'SQLite' ? /passerelle\.sqlite/ : /write-ahead log/;
    expect(traces.filter((trace) => trace.startsWith(plain)).join('\n')).toMatch(disk);
  });

  it('is nowhere in clear as a record, nor in the ledger of consent', async () => {
    const { connection } = cms.strapi.db;
    const [local, text] = [word(), word()];
    const records = createPersonalRecords({ masterKey: 'c'.repeat(64), oldKeys: [] });
    const { seal, wrappedKey } = await records.newRecord('test_canary', 'p');
    const sealed = `${wrappedKey} ${await seal('text', text)} ${records.blindIndex('email', `${local}@exemple.example`)}`;
    await cms.strapi.db.transaction(async ({ trx }) => {
      await trx('test_canary').insert({ id: 'p', text: sealed });
      await appendConsent(cms.strapi, trx, {
        kind: 'given',
        purpose: 'inquiry',
        email: `${local}@exemple.example`,
        wording: 'inquiry-1',
        locale: 'fr-CA',
        page: '/demarche/',
        formVersion: '1',
        at: new Date(),
        actor: 'visitor',
      });
    });
    expect(await connection('passerelle_consent_events').count({ events: '*' })).not.toEqual([{ events: 0 }]);
    expect(await search(local, text)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendConsent } from '../../src/consent/ledger.ts';
import { createPersonalRecords } from '../../src/platform/crypto/personal-records.ts';
import { runCli } from '../support/command.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const [FIRST, SECOND, OTHER] = ['c'.repeat(64), 'd'.repeat(64), 'e'.repeat(64)];

function run(words: string, environment: Record<string, string> = {}) {
  const [command = '', ...args] = words.split(' ');
  return runCli(command, args, environment);
}

describe.each(databases)('the master keys on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await cms.strapi.db.transaction(({ trx }) =>
      appendConsent(cms.strapi, trx, {
        kind: 'given',
        purpose: 'inquiry',
        email: 'visiteur@exemple.example',
        wording: 'inquiry-1',
        locale: 'fr-CA',
        page: '/demarche/',
        formVersion: '1',
        at: new Date(),
        actor: 'visitor',
      }),
    );
  });
  afterAll(() => cms.stop());

  it('are needed to verify the ledger from the command line, beside a CMS that runs', async () => {
    const { code, output } = await run('ledger verify');
    expect(output).toMatch(/whole: 1 [0-9a-f]{64}\n$/);
    expect(code).toBe(0);
    expect((await run('ledger mend')).code).toBe(2);
  });

  it('are refused when they are of another database', async () => {
    const { code, output } = await run('ledger verify', { MASTER_KEY: SECOND });
    expect(output).toMatch(/MASTER_KEY is not the first master key/);
    expect(output).not.toContain(SECOND);
    expect(code).toBe(1);
  });

  it('are taken when the first one is the last, and rotated', async () => {
    const renewed = { MASTER_KEY: OTHER, MASTER_KEYS_OLD: `${SECOND},${FIRST}` };
    expect((await run('ledger verify', renewed)).output).toMatch(/whole: 1 /);
    expect(await run('keys rotate', renewed)).toMatchObject({ code: 0 });
  });

  it('do not let a changed ledger pass', async () => {
    const { connection } = cms.strapi.db;
    await connection.raw(
      connection.client.config.client === 'pg'
        ? 'ALTER TABLE passerelle_consent_events DISABLE TRIGGER ALL'
        : 'DROP TRIGGER passerelle_consent_no_update',
    );
    await connection('passerelle_consent_events').update({ page: '/ailleurs/' });
    const { code, output } = await run('ledger verify');
    expect(output).toMatch(/altered from event 1 on \(1 in all\)/);
    expect(code).toBe(1);
  });
});

it('seal what the other opens, while both are in use in turn', async () => {
  // Several CMS take a new key one after the other: first all of them learn to open it, then they seal with it.
  const learning = createPersonalRecords({ masterKey: FIRST, oldKeys: [SECOND, FIRST] });
  const renewed = createPersonalRecords({ masterKey: SECOND, oldKeys: [FIRST] });
  for (const [one, other] of [
    [learning, renewed],
    [renewed, learning],
  ] as const) {
    const { wrappedKey, seal } = await one.newRecord('t', '1');
    const { open } = await other.openRecord('t', '1', wrappedKey);
    expect(await open('f', await seal('f', 'a'))).toBe('a');
    expect(one.blindIndex('name', 'a')).toBe(other.blindIndex('name', 'a'));
  }
});

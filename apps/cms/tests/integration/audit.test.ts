import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudit, recordAudit } from '../../src/platform/audit/audit.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const closed = {
  at: new Date('2026-11-24T15:00:00.123Z'),
  actor: 'redaction',
  action: 'closed',
  subject: 'poll-1',
  detail: null,
};
const extended = { ...closed, action: 'extended', actor: null, detail: '2026-12-01' };

describe.each(databases)('the audit on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await cms.strapi.db.transaction(async ({ trx }) => {
      await recordAudit(trx, closed);
      await recordAudit(trx, extended);
      await recordAudit(trx, { ...closed, subject: 'poll-2' });
    });
  });
  afterAll(() => cms.stop());

  it('tells what is known of a subject, newest first', async () => {
    expect(await readAudit(cms.strapi.db.connection, 'poll-1')).toEqual([extended, closed]);
    expect(await readAudit(cms.strapi.db.connection, 'poll-1', 1)).toEqual([extended]);
    expect(await readAudit(cms.strapi.db.connection, 'poll-3')).toEqual([]);
  });

  it('has nothing of what was rolled back', async () => {
    const { db } = cms.strapi;
    const undone = db.transaction(async ({ trx }) => {
      await recordAudit(trx, { ...closed, subject: 'poll-4' });
      expect(await readAudit(trx, 'poll-4')).toHaveLength(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await readAudit(db.connection, 'poll-4')).toEqual([]);
  });

  it('can be added to, and changed in no way', async () => {
    const { connection } = cms.strapi.db;
    const before = await connection('passerelle_audit').orderBy('id');
    const replacing = `(id, at, action, subject) VALUES (${before[0].id}, 0, 'forged', 'poll-1')`;
    const attempts = [
      `UPDATE passerelle_audit SET actor = 'other'`,
      `UPDATE passerelle_audit SET at = at WHERE false OR id = ${before[0].id}`,
      'DELETE FROM passerelle_audit',
      `DELETE FROM passerelle_audit WHERE id = ${before[0].id}`,
      `INSERT INTO passerelle_audit ${replacing} ON CONFLICT (id) DO UPDATE SET action = 'forged'`,
      ...(connection.client.config.client === 'pg'
        ? ['TRUNCATE passerelle_audit']
        : [
            `INSERT OR REPLACE INTO passerelle_audit ${replacing}`,
            `REPLACE INTO passerelle_audit ${replacing}`,
          ]),
    ];
    for (const attempt of attempts) await expect(connection.raw(attempt)).rejects.toThrow(/append-only/);
    expect(await connection('passerelle_audit').orderBy('id')).toEqual(before);
  });
});

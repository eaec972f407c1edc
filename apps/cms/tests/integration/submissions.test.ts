import { randomUUID } from 'node:crypto';
import { type Answer, answerBatchSchema } from '@passerelle/contracts';
import sodium from 'libsodium-wrappers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { purgeKeys } from '../../src/api/submission/adapters/submission-rows.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';
import { countEffects, countVotes, submit, vote } from '../support/votes.ts';

const accepted: Answer = { outcome: 'accepted' };
const failed: Answer = { outcome: 'failed' };
const keyReused: Answer = { outcome: 'refused', code: 'key-reused' };
const closed: Answer = { outcome: 'refused', code: 'closed' };

const DAY_MS = 86_400_000;

describe.each(databases)('submissions on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await countVotes(cms.strapi);
  });
  afterAll(() => cms.stop());

  let before: Awaited<ReturnType<typeof countEffects>>;
  beforeEach(async () => {
    before = await countEffects(cms.strapi.db.connection);
  });

  /** What has been added since the test began. */
  async function added() {
    const now = await countEffects(cms.strapi.db.connection);
    return {
      effects: now.effects - before.effects,
      jobs: now.jobs - before.jobs,
      keys: now.keys - before.keys,
    };
  }

  it('are answered in their order', async () => {
    expect(await submit(cms, [vote('oui'), vote('closed'), vote('non')])).toEqual([
      accepted,
      closed,
      accepted,
    ]);
    expect(await added()).toEqual({ effects: 2, jobs: 2, keys: 3 });
  });

  it('have one effect and one answer for a key, refusals too, however often they come', async () => {
    const batch = [vote('oui'), vote('closed')];
    for (let time = 0; time < 3; time += 1) expect(await submit(cms, batch)).toEqual([accepted, closed]);
    expect(await added()).toEqual({ effects: 1, jobs: 1, keys: 2 });
  });

  it('are the same whoever carries them, and when', async () => {
    const first = vote('oui');
    await submit(cms, [first]);
    const again = {
      ...vote('oui', first.key),
      locale: 'en-CA' as const,
      receivedAt: '2026-11-01T00:00:00.000Z',
    };
    expect(await submit(cms, [again])).toEqual([accepted]);
    expect(await added()).toEqual({ effects: 1, jobs: 1, keys: 1 });
  });

  it('are refused where a key came with another content before', async () => {
    const first = vote('oui');
    await submit(cms, [first]);
    expect(await submit(cms, [vote('non', first.key), first])).toEqual([keyReused, accepted]);
    expect(await added()).toEqual({ effects: 1, jobs: 1, keys: 1 });
  });

  it('may have the same key within a batch', async () => {
    const first = vote('oui');
    const batch = [first, vote('non'), { ...first, requestId: randomUUID() }, vote('non', first.key)];
    expect(await submit(cms, batch)).toEqual([accepted, accepted, accepted, keyReused]);
    expect(await added()).toEqual({ effects: 2, jobs: 2, keys: 2 });
  });

  it.each(['throws', 'breaks-rule'] as const)('leave nothing when the handler %s', async (choice) => {
    const batch = [vote(choice)];
    expect(await submit(cms, batch)).toEqual([failed]);
    expect(await added()).toEqual({ effects: 0, jobs: 0, keys: 0 });
    expect(await submit(cms, batch)).toEqual([failed]);
  });

  it.each(['throws', 'breaks-rule'] as const)('fail alone when the handler %s at one', async (choice) => {
    const known = vote('oui');
    await submit(cms, [known]);
    const poisoned = vote(choice);
    const batch = [vote('oui'), poisoned, known, vote('closed'), poisoned, vote('non')];
    expect(await submit(cms, batch)).toEqual([accepted, failed, accepted, closed, failed, accepted]);
    expect(await added()).toEqual({ effects: 3, jobs: 3, keys: 4 });
  });

  it('that have failed leave their key free', async () => {
    const poisoned = vote('throws');
    expect(await submit(cms, [poisoned])).toEqual([failed]);
    expect(await submit(cms, [vote('oui', poisoned.key)])).toEqual([accepted]);
    expect(await added()).toEqual({ effects: 1, jobs: 1, keys: 1 });
  });

  it('are kept as hashes of their key and by the hour', async () => {
    const sent = vote('non');
    await submit(cms, [sent]);
    const rows = await cms.strapi.db.connection('passerelle_submissions');
    const stored = JSON.stringify(rows);
    for (const secret of [sent.key, sent.requestId, 'non', 'abcdefghijklmnopqrstuvwx', sent.voter]) {
      expect(stored).not.toContain(`"${secret}"`);
    }
    for (const { at } of rows) expect(Number(at) % 3_600_000).toBe(0);
  });

  describe('sealed', () => {
    /** As the web server does it: to the public key of the environment's private one. */
    function seal(content: string, privateKey = new Uint8Array(32)): string {
      const publicKey = sodium.crypto_scalarmult_base(privateKey);
      return Buffer.from(sodium.crypto_box_seal(content, publicKey)).toString('base64');
    }
    async function submitSealed(boxes: string[]): Promise<Answer[]> {
      const response = await cms.post('/api/submissions/sealed', { boxes }, cms.submitToken);
      expect(response.status).toBe(200);
      return answerBatchSchema.parse(await response.json()).answers;
    }
    beforeAll(() => sodium.ready);

    it('have the effect and the answer they would have had in clear', async () => {
      const sent = vote('oui');
      expect(await submitSealed([sent, vote('closed')].map((one) => seal(JSON.stringify(one))))).toEqual([
        accepted,
        closed,
      ]);
      expect(await submit(cms, [sent, vote('non', sent.key)])).toEqual([accepted, keyReused]);
      expect(await submitSealed([seal(JSON.stringify(sent))])).toEqual([accepted]);
      expect(await added()).toEqual({ effects: 1, jobs: 1, keys: 2 });
    });

    it('fail alone where they can’t be opened or read', async () => {
      const good = seal(JSON.stringify(vote('oui')));
      const damaged = Buffer.from(good, 'base64');
      damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
      const boxes = [
        seal('{'),
        good,
        damaged.toString('base64'),
        seal(JSON.stringify(vote('oui')), new Uint8Array(32).fill(7)),
        seal(JSON.stringify({ ...vote('oui'), form: 'other' })),
        seal(JSON.stringify({ ...vote('oui'), extra: 1 })),
        '',
        seal(JSON.stringify(vote('throws'))),
      ];
      const answers = await submitSealed(boxes);
      expect(answers).toEqual(boxes.map((box) => (box === good ? accepted : failed)));
      expect(await added()).toEqual({ effects: 1, jobs: 1, keys: 1 });
      expect(await submitSealed(['AAAA'])).toEqual([failed]);
    });
  });

  describe('the doors', () => {
    const doors = [
      ['/api/submissions', () => ({ submissions: [vote('oui')] })],
      ['/api/submissions/sealed', () => ({ boxes: ['AAAA'] })],
      ['/api/submissions/alarms', alarm],
    ] as const;
    afterEach(async () => expect((await added()).effects).toBe(0));

    it.each(doors)('%s opens to the web server’s token alone', async (path, body) => {
      expect((await cms.post(path, body())).status).toBe(401);
      expect((await cms.post(path, body(), 'f'.repeat(64))).status).toBe(401);
      expect((await cms.post(path, body(), cms.siteToken)).status).toBe(403);
      expect((await cms.post(path, body(), cms.reportToken)).status).toBe(403);
      expect([404, 405]).toContain((await cms.get(path, cms.submitToken)).status);
    });

    it.each(doors)('%s takes no query', async (path, body) => {
      for (const query of ['x=1', 'populate=*', 'status=draft', 'submissions[]=1']) {
        expect((await cms.post(`${path}?${query}`, body(), cms.submitToken)).status).toBe(400);
      }
    });

    it.each(doors)('%s takes no body that is too long', async (path) => {
      const body = { submissions: [], padding: 'x'.repeat(3_000_000) };
      expect((await cms.post(path, body, cms.submitToken)).status).toBe(413);
    });

    it.each([
      ['of an unknown form', { submissions: [{ ...vote('oui'), form: 'other' }] }],
      ['with a field of no one', { submissions: [{ ...vote('oui'), email: 'x' }] }],
      ['beside something else', { submissions: [vote('oui')], extra: true }],
      ['that is none', { submissions: [] }],
      ['that are too many', { submissions: Array.from({ length: 101 }, () => vote('oui')) }],
      ['with a key that is none', { submissions: [vote('oui', 'x')] }],
      ['that is no object', []],
    ])('takes nothing %s', async (_, body) => {
      expect((await cms.post('/api/submissions', body, cms.submitToken)).status).toBe(400);
    });

    it('gives the web server’s token nothing else', async () => {
      for (const path of ['/api/site/revision', '/api/site/entries?kind=article', '/api/upload/files']) {
        expect((await cms.get(path, cms.submitToken)).status).toBe(403);
      }
      expect((await cms.get('/api/submissions/1', cms.submitToken)).status).toBe(404);
      expect((await cms.get('/admin/users', cms.submitToken)).status).toBe(401);
    });
  });

  it('take a hundred at once', async () => {
    const batch = Array.from({ length: 100 }, () => vote('oui'));
    expect(await submit(cms, batch)).toEqual(batch.map(() => accepted));
    expect(await added()).toEqual({ effects: 100, jobs: 100, keys: 100 });
  });

  it('set aside by the web server raise an alarm: in the audit, and as a job, without anything personal', async () => {
    const sent = alarm();
    const response = await cms.post('/api/submissions/alarms', sent, cms.submitToken);
    expect(response.status).toBe(204);
    const { connection } = cms.strapi.db;
    const [event] = await connection('passerelle_audit').where({ action: 'alarm' }).orderBy('id', 'desc');
    expect(event).toMatchObject({ actor: null, subject: 'submission-set-aside' });
    expect(JSON.parse(event.detail)).toEqual({ form: 'vote', requestId: sent.requestId, attempts: 8 });
    const onPostgres = connection.client.config.client === 'pg';
    const [job] = onPostgres
      ? await connection('passerelle_jobs.job').where({ name: 'alarm.mail' })
      : await connection('passerelle_jobs').where({ name: 'alarm.mail' });
    expect(JSON.parse(onPostgres ? job.data : job.payload)).toMatchObject({
      code: 'submission-set-aside',
      form: 'vote',
      requestId: sent.requestId,
      attempts: 8,
    });
  });

  it('are forgotten after 30 days, not before', async () => {
    const table = () => cms.strapi.db.connection('passerelle_submissions');
    const now = new Date('2027-12-31T12:34:56.789Z');
    const row = (hash: string, age: number) => ({
      key_hash: hash,
      form: 'vote',
      body_mac: '00',
      answer: JSON.stringify(accepted),
      at: Math.floor((now.getTime() - age) / 3_600_000) * 3_600_000,
    });
    const hashes = Array.from({ length: 256 }, (_, first) =>
      Buffer.alloc(32, 255).fill(first, 0, 1).toString('hex'),
    );
    const old = hashes.map((hash) => row(hash, 30 * DAY_MS + 2 * 3_600_000));
    const young = [row('0'.repeat(64), 30 * DAY_MS), row('a'.repeat(64), 0)];
    for (const one of [...old, ...young]) await table().insert(one);
    await purgeKeys(cms.strapi, now, new AbortController().signal);
    const left = await table().select('key_hash').orderBy('key_hash');
    expect(left.map(({ key_hash }) => key_hash)).toEqual(young.map(({ key_hash }) => key_hash));
  });
});

function alarm() {
  return { form: 'vote', requestId: randomUUID(), receivedAt: '2026-11-24T15:00:00.000Z', attempts: 8 };
}

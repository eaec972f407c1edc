import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { scrub } from '../../src/api/poll/adapters/scrub.ts';
import { BOX_BYTES } from '../../src/api/poll/adapters/tally-box.ts';
import { openPostgres } from '../support/connection.ts';
import { databases } from '../support/databases.ts';
import { HOUR, options, publishedPoll, runPolls } from '../support/polls.ts';
import type { TestCms } from '../support/strapi.ts';

/** Words that are in no other text of the database. */
const KEYS = ['xylophone-un', 'yatagan-deux', 'zythum-trois'];
const PARTICIPATIONS = 'passerelle_poll_participations';
const TALLIES = 'passerelle_poll_tallies';

const bytesOf = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));

/** What PostgreSQL keeps of our tables on its disk: heap, toast and indexes, byte for byte. */
async function postgresFiles(cms: TestCms): Promise<Buffer> {
  const { connection } = cms.strapi.db;
  await connection.raw('CHECKPOINT');
  const { rows } = await connection.raw(
    `SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) AS bytes FROM pg_class c
     WHERE c.oid IN (SELECT unnest(ARRAY[t.oid, t.reltoastrelid]) FROM pg_class t WHERE t.relname LIKE 'passerelle_poll%' AND t.relkind = 'r')
        OR c.oid IN (SELECT i.indexrelid FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relname LIKE 'passerelle_poll%')`,
  );
  const files = z.array(z.object({ bytes: z.instanceof(Buffer) })).parse(rows);
  expect(files.length).toBeGreaterThan(5);
  return Buffer.concat(files.map(({ bytes }) => bytes));
}

function sqliteFiles(cms: TestCms): Buffer {
  const file = join(cms.folder, 'cms', 'passerelle.sqlite');
  return Buffer.concat(['', '-wal', '-journal'].map((suffix) => bytesOf(file + suffix)));
}

const boxSchema = z.array(z.object({ stripe: z.number(), box: z.instanceof(Buffer) }));
const tagSchema = z.array(z.object({ voter_tag: z.instanceof(Buffer) }));

describe.each(databases)('the secret ballot on $name', ({ name, start }) => {
  let cms: TestCms;
  let polls: ReturnType<typeof runPolls>;
  beforeAll(async () => {
    cms = await start();
    polls = runPolls(cms);
  });
  afterAll(() => cms.stop());

  const files = async () => (name === 'SQLite' ? sqliteFiles(cms) : postgresFiles(cms));
  const boxesOf = async (poll: string) =>
    boxSchema.parse(await cms.strapi.db.connection(TALLIES).select('stripe', 'box').where({ poll }));

  /** What would give ballots away: the envelope's parts, every tag, and every box there has been. */
  async function traces(poll: string, boxes: Buffer[]) {
    const { connection } = cms.strapi.db;
    const row = await connection('passerelle_polls').where({ document_id: poll }).first();
    const envelope = z.record(z.string(), z.string()).parse(JSON.parse(row.secret));
    const tags = tagSchema.parse(await connection(PARTICIPATIONS).select('voter_tag').where({ poll }));
    return {
      secret: ['ciphertext', 'encrypted_key', 'tag'].map((part) => Buffer.from(envelope[part] ?? '')),
      tags: tags.map(({ voter_tag }) => voter_tag),
      boxes,
    };
  }

  /** Votes, looking at the boxes after each: every version that was ever written. */
  async function voteAndWatch(poll: string, votes: number): Promise<Buffer[]> {
    const seen: Buffer[] = [];
    for (let index = 0; index < votes; index += 1) {
      expect(await polls.vote(poll, [KEYS[index % 3] ?? ''])).toBe('accepted');
      seen.push(...(await boxesOf(poll)).map(({ box }) => box));
    }
    return seen;
  }

  const found = (haystack: Buffer, needles: Buffer[]) =>
    needles.filter((needle) => needle.length > 0 && haystack.includes(needle)).length;

  it('writes boxes of one length, never the same one twice, whatever is voted', async () => {
    const poll = await publishedPoll(cms, { options: options(...KEYS) });
    const before = new Map((await boxesOf(poll)).map(({ stripe, box }) => [stripe, box.toString('hex')]));
    const written = new Set<string>();
    // The same choice each time.
    for (let index = 0; index < 20; index += 1) {
      await polls.vote(poll, [KEYS[0] ?? '']);
      const after = await boxesOf(poll);
      const changed = after.filter(({ stripe, box }) => before.get(stripe) !== box.toString('hex'));
      expect(changed).toHaveLength(1);
      for (const { stripe, box } of changed) {
        expect(box.length).toBe(BOX_BYTES);
        expect(written.has(box.toString('hex'))).toBe(false);
        written.add(box.toString('hex'));
        before.set(stripe, box.toString('hex'));
      }
    }
    const tags = tagSchema.parse(await cms.strapi.db.connection(PARTICIPATIONS).where({ poll }));
    expect(new Set(tags.map(({ voter_tag }) => voter_tag.length))).toEqual(new Set([32]));
    expect(tags).toHaveLength(20);
  });

  it('writes nothing that tells a choice', async () => {
    const poll = await publishedPoll(cms, { options: options(...KEYS) });
    if (name === 'SQLite') {
      await scrub(cms.strapi.db.connection);
      const file = join(cms.folder, 'cms', 'passerelle.sqlite');
      const before = bytesOf(file);
      expect(
        found(
          before,
          KEYS.map((key) => Buffer.from(key)),
        ),
      ).toBe(3);
      for (const key of KEYS) await polls.vote(poll, [key]);
      // All that was written since is in the log, and the log has all of it.
      expect(bytesOf(file).equals(before)).toBe(true);
      const log = bytesOf(`${file}-wal`);
      expect(log.length).toBeGreaterThan(0);
      expect(
        found(
          log,
          KEYS.map((key) => Buffer.from(key)),
        ),
      ).toBe(0);
      return;
    }
    for (const key of KEYS) await polls.vote(poll, [key]);
    const { connection } = cms.strapi.db;
    const voted = await connection(PARTICIPATIONS)
      .select(connection.raw('xmin::text AS xmin'))
      .where({ poll });
    const transactions = z
      .array(z.object({ xmin: z.string() }))
      .parse(voted)
      .map(({ xmin }) => xmin);
    expect(new Set(transactions).size).toBe(3);
    const { rows: tables } = await connection.raw(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS "table" FROM pg_tables WHERE schemaname NOT LIKE 'pg_%' AND schemaname <> 'information_schema'`,
    );
    const touched: string[] = [];
    for (const { table } of z.array(z.object({ table: z.string() })).parse(tables)) {
      const { rows } = await connection.raw(
        `SELECT t::text AS row FROM ${table} t WHERE t.xmin::text = ANY(?) OR t.xmax::text = ANY(?)`,
        [transactions, transactions],
      );
      const texts = z.array(z.object({ row: z.string() })).parse(rows);
      for (const { row } of texts) expect(KEYS.filter((key) => row.includes(key))).toEqual([]);
      if (texts.length > 0) touched.push(table);
    }
    expect(touched.sort()).toEqual([`public.${PARTICIPATIONS}`, `public.${TALLIES}`]);
  });

  it('leaves no secret, tag or box on the disk once it is counted out', async () => {
    await cms.strapi.db.connection(PARTICIPATIONS).delete();
    await cms.strapi.db.connection(TALLIES).delete();
    await cms.strapi.db.connection('passerelle_polls').delete();
    const poll = await publishedPoll(cms, { options: options(...KEYS), closesAt: soon() });
    const boxes = await voteAndWatch(poll, 200);
    const { secret, tags, boxes: versions } = await traces(poll, boxes);
    const open = await files();
    expect([found(open, secret), found(open, tags)]).toEqual([3, 200]);
    expect(found(open, versions)).toBeGreaterThan(0);
    await countOut();
    const after = await files();
    expect([found(after, secret), found(after, tags), found(after, versions)]).toEqual([0, 0, 0]);
  });

  it('leaves nothing of it when other polls stay open', async () => {
    const gone: Buffer[] = [];
    const stay: Buffer[] = [];
    for (let index = 0; index < 14; index += 1) {
      const leaves = index % 2 === 0;
      const poll = await publishedPoll(cms, {
        options: options(...KEYS),
        ...(leaves && { closesAt: soon() }),
      });
      const { secret, tags, boxes } = await traces(poll, await voteAndWatch(poll, 40));
      if (leaves) gone.push(...secret, ...tags, ...boxes);
      else stay.push(...secret, ...tags);
    }
    await countOut();
    const after = await files();
    expect(found(after, gone)).toBe(0);
    expect(found(after, stay)).toBe(stay.length);
  });

  it.runIf(name === 'PostgreSQL').each([
    // Of another table: whoever reads one of these is waited for by its lock.
    ['who may still see what is deleted', 'SELECT 1 FROM strapi_migrations', () => cms.strapi.db.connection],
    [
      'who writes in another database',
      'SELECT pg_current_xact_id()',
      () => openPostgres(inject('postgresUrl')),
    ],
  ])('waits for %s', async (_, statement, open) => {
    const { connection } = cms.strapi.db;
    const poll = await publishedPoll(cms, { options: options(...KEYS) });
    const { tags } = await traces(poll, await voteAndWatch(poll, 5));
    const other = open();
    const transaction = await other.transaction(undefined, { isolationLevel: 'repeatable read' });
    await transaction.raw(statement);
    await connection(PARTICIPATIONS).where({ poll }).delete();
    const scrubbed = scrub(connection);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await transaction.commit();
    await scrubbed;
    expect(found(await files(), tags)).toBe(0);
    if (other !== connection) await other.destroy();
  });

  it('tells no value in the error of a statement, which may be logged', async () => {
    const poll = await publishedPoll(cms, { options: options(...KEYS) });
    const [row] = await boxesOf(poll);
    if (row === undefined) throw new Error('the poll has no box');
    const error: unknown = await cms.strapi.db
      .connection(TALLIES)
      .insert({ poll, ...row })
      .then(
        () => null,
        (reason) => reason,
      );
    expect(String(error)).toMatch(/insert into .*passerelle_poll_tallies/);
    expect(String(error)).not.toContain(row.box.toString('hex'));
    expect(String(error)).not.toContain(poll);
  });

  it('leaves nothing of what was reset, by itself', async () => {
    const slug = `remis-a-zero-${Date.now()}`;
    const poll = await publishedPoll(cms, { options: options(...KEYS), slug });
    const before = await traces(poll, await voteAndWatch(poll, 20));
    const gone = [...before.secret, ...before.tags, ...before.boxes];
    const desk = cms.strapi.service('api::poll.desk');
    expect(await desk.reset(poll, 'Une personne', slug, 'Essai')).toBeNull();
    await expect.poll(async () => found(await files(), gone), { timeout: 20_000, interval: 500 }).toBe(0);
    const now = await traces(poll, []);
    expect(found(await files(), now.secret)).toBe(3);
  });

  const soon = () => new Date(polls.now() + 60_000).toISOString();

  async function countOut(): Promise<void> {
    for (const ahead of [61_000, HOUR + 122_000]) {
      polls.clock.ahead += ahead;
      await polls.tick();
    }
    await scrub(cms.strapi.db.connection);
    polls.clock.ahead = 0;
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPersonalRecords } from '../../src/platform/crypto/personal-records.ts';
import { rotateKeys } from '../../src/platform/crypto/rotate-keys.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

const TABLE = 'test_persons';
const table = { table: TABLE, rowColumn: 'id', wrappedKeyColumn: 'wrapped_key', kidColumn: 'kid' };
const RECORDS = 120;

const [FIRST, SECOND] = ['c'.repeat(64), 'd'.repeat(64)];
const before = createPersonalRecords({ masterKey: FIRST, oldKeys: [] });
const now = createPersonalRecords({ masterKey: SECOND, oldKeys: [FIRST] });
/** Once the rotation is done nothing needs the old key any more to be opened. */
const after = createPersonalRecords({ masterKey: SECOND, oldKeys: [] });

describe.each(databases)('the rotation of keys on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await cms.strapi.db.connection.schema.createTable(TABLE, (columns) => {
      columns.integer('id').primary();
      columns.text('wrapped_key');
      columns.string('kid', 16);
      columns.text('email');
      columns.integer('writes').notNullable();
    });
  });
  afterAll(() => cms.stop());
  beforeEach(async () => {
    await cms.strapi.db.connection(TABLE).delete();
    for (let id = 1; id <= RECORDS; id += 1) await insert(before, id);
  });

  const rows = () => cms.strapi.db.connection(TABLE).orderBy('id');
  const rotate = (batch?: number) =>
    rotateKeys({ connection: cms.strapi.db.connection, records: now, ...(batch && { batch }) }, table);

  async function insert(records: typeof now, id: number): Promise<void> {
    const { wrappedKey, kid, seal } = await records.newRecord(TABLE, String(id));
    const email = await seal('email', `visiteur-${id}-0@exemple.example`);
    await cms.strapi.db.connection(TABLE).insert({ id, wrapped_key: wrappedKey, kid, email, writes: 0 });
  }

  /** Reads and writes a record as the CMS would, with a key read a moment ago. */
  async function write(id: number): Promise<void> {
    const { connection } = cms.strapi.db;
    const row = await connection(TABLE).where({ id }).first();
    const { seal, open } = await now.openRecord(TABLE, String(id), row.wrapped_key);
    expect(await open('email', row.email)).toBe(`visiteur-${id}-${row.writes}@exemple.example`);
    const writes = row.writes + 1;
    const email = await seal('email', `visiteur-${id}-${writes}@exemple.example`);
    await connection(TABLE).where({ id }).update({ email, writes });
  }

  async function expectWhole(): Promise<void> {
    for (const { id, wrapped_key, kid, email, writes } of await rows()) {
      if (wrapped_key === null) continue;
      const { open } = await after.openRecord(TABLE, String(id), wrapped_key);
      expect(await open('email', email)).toBe(`visiteur-${id}-${writes}@exemple.example`);
      expect(kid).toBe(after.kid);
    }
  }

  it('wraps every key anew, once', async () => {
    expect(await rotate(7)).toEqual({ table: TABLE, rewrapped: RECORDS, unreadable: 0 });
    await expectWhole();
    expect(await rotate()).toEqual({ table: TABLE, rewrapped: 0, unreadable: 0 });
  });

  it('loses nothing of what is written, added and erased meanwhile', async () => {
    const rotation = rotate(5);
    let done = false;
    const ended = rotation.finally(() => {
      done = true;
    });
    const writers = [0, 1, 2].map(async (offset) => {
      let writes = 0;
      for (let id = 1 + offset; !done || writes < 40; id = (id + 3) % 100 || 1) {
        await write(id);
        writes += 1;
      }
      return writes;
    });
    await cms.strapi.db.connection(TABLE).where('id', '>', 110).update({ wrapped_key: null, kid: null });
    await insert(before, RECORDS + 1);
    await insert(now, RECORDS + 2);
    const written = (await Promise.all(writers)).reduce((sum, writes) => sum + writes, 0);
    await ended;
    // What was added behind its back by one that didn't have the new key yet.
    await rotate();
    await expectWhole();
    const found = await rows();
    expect(found).toHaveLength(RECORDS + 2);
    expect(found.filter(({ wrapped_key }) => wrapped_key === null)).toHaveLength(10);
    expect(written).toBeGreaterThanOrEqual(120);
  });

  it('goes on where two were broken off or run at once', async () => {
    await rotateKeys({ connection: cms.strapi.db.connection, records: breaking(20), batch: 10 }, table).catch(
      () => undefined,
    );
    const [one, two] = await Promise.all([rotate(9), rotate(4)]);
    expect(one.unreadable + two.unreadable).toBe(0);
    await expectWhole();
  });

  it('leaves a key that does not open as it is, and says so', async () => {
    const { connection } = cms.strapi.db;
    const [first] = await rows();
    await connection(TABLE).where({ id: 2 }).update({ wrapped_key: first.wrapped_key });
    expect(await rotate(10)).toEqual({ table: TABLE, rewrapped: RECORDS - 1, unreadable: 1 });
    expect(await connection(TABLE).where({ id: 2 }).first()).toMatchObject({
      wrapped_key: first.wrapped_key,
      kid: before.kid,
    });
  });

  /** Ends the rotation with an error after so many keys. */
  function breaking(keys: number) {
    let left = keys;
    return {
      get kid() {
        if (left <= 0) throw new Error('broken off');
        return now.kid;
      },
      rewrap: (...given: Parameters<typeof now.rewrap>) => {
        left -= 1;
        return now.rewrap(...given);
      },
    };
  }
});

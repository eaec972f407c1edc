import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

describe.each(databases)('a COMMIT that fails on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
    await cms.strapi.db.connection.raw('CREATE TABLE test_parent (id integer PRIMARY KEY)');
    await cms.strapi.db.connection.raw(
      'CREATE TABLE test_child (parent integer REFERENCES test_parent (id) DEFERRABLE INITIALLY DEFERRED)',
    );
  });
  afterAll(() => cms.stop());

  it('fails for whoever asked for the transaction, and leaves nothing and no transaction behind', async () => {
    const { db } = cms.strapi;
    const committed = db.transaction(async ({ trx }) => {
      await trx('test_child').insert({ parent: 1 });
      return 'done';
    });
    await expect(committed).rejects.toThrow(/foreign key/i);
    expect(await db.connection('test_child')).toEqual([]);

    await db.transaction(async ({ trx }) => {
      await trx('test_parent').insert({ id: 2 });
      await trx('test_child').insert({ parent: 2 });
    });
    expect(await db.connection('test_child')).toEqual([{ parent: 2 }]);
  });
});

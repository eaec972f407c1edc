import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCms, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(async () => {
  await cms.stop();
});

test('on SQLite the planner is told how the rows are spread, at the start and every night', async () => {
  const { connection } = cms.strapi.db;
  expect(await connection('sqlite_stat1').count({ tables: '*' }).first()).toMatchObject({
    tables: expect.any(Number),
  });
  // Schedules are written once the jobs have been started, after the CMS has begun to listen.
  const schedules = () => connection('passerelle_schedules').where({ name: 'database.analyze' });
  await expect.poll(schedules, { timeout: 10_000 }).toHaveLength(1);
});

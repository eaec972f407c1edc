import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { throwawayEnvironment } from '../testing/environment.mjs';
import { freePorts } from '../up/ports.mjs';
import { inRoot } from '../up/project.mjs';
import { examineDatabase } from './database.mjs';
import { examineEnvFile, examinePorts } from './machine.mjs';
import { fail, ok, readableReport, warn } from './report.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const environment = () => throwawayEnvironment({ dataDir: folder, ports: { cms: 1, web: 2, publisher: 3 } });

test('the report has a line for each finding, advice under it, and a sum', () => {
  expect(
    readableReport([ok('node', '24'), warn('disk', 'low', 'Free some.'), fail('cms', 'down', 'Start it.')]),
  ).toBe(
    [
      'ok    node  24',
      'warn  disk  low',
      '            → Free some.',
      'fail  cms   down',
      '            → Start it.',
      '',
      '1 ok, 1 warnings, 1 failures',
    ].join('\n'),
  );
});

describe('examineEnvFile', () => {
  test('wants every variable, and rights for the owner only', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'A=1\n', { mode: 0o600 });
    expect(examineEnvFile(file, environment()).state).toBe('ok');
    chmodSync(file, 0o640);
    expect(examineEnvFile(file, environment())).toMatchObject({
      state: 'fail',
      found: expect.stringContaining('640'),
    });
    const { SITE_TOKEN: _, ...incomplete } = environment();
    expect(examineEnvFile(file, incomplete)).toMatchObject({ state: 'fail', found: 'missing: SITE_TOKEN' });
  });
});

test('examinePorts tells free, ours and taken by another apart', async () => {
  const [free = 0, taken = 0] = await freePorts(2);
  const other = createServer().listen(taken, '127.0.0.1');
  const given = { ...environment(), CMS_PORT: String(free), WEB_PORT: String(taken) };
  const cms = { name: 'cms', variable: 'CMS_PORT', host: 'CMS_HOST', answers: false };
  const web = { name: 'web', variable: 'WEB_PORT', host: 'WEB_HOST', answers: false };
  const states = async (/** @type {boolean} */ answers) =>
    (await examinePorts(given, [cms, { ...web, answers }])).map(({ state }) => state);
  expect(await states(false)).toEqual(['ok', 'fail']);
  expect(await states(true)).toEqual(['ok', 'ok']);
  other.close();
});

describe('examineDatabase', () => {
  /** @param {readonly string[]} names */
  function databaseWith(names) {
    mkdirSync(join(folder, 'cms'), { recursive: true });
    const database = new DatabaseSync(join(folder, 'cms', 'passerelle.sqlite'));
    database.exec('create table strapi_migrations (id integer primary key, name text)');
    const insert = database.prepare('insert into strapi_migrations (name) values (?)');
    for (const name of names) insert.run(name);
    database.close();
  }
  const migrations = readdirSync(inRoot('apps', 'cms', 'database', 'migrations'));

  test('tells of a database that is not there yet', async () => {
    expect(await examineDatabase(environment())).toMatchObject({ state: 'fail', found: 'there is none yet' });
  });

  test('accepts one that has had every migration', async () => {
    databaseWith(migrations);
    expect(await examineDatabase(environment())).toMatchObject({ state: 'ok' });
  });

  test('counts the migrations it has not had', async () => {
    databaseWith(migrations.slice(1));
    expect(await examineDatabase(environment())).toMatchObject({
      state: 'fail',
      found: 'SQLite, 1 migrations to run',
    });
  });

  test('tells of a server that does not answer', async () => {
    const [port = 0] = await freePorts(1);
    const away = { ...environment(), DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/d` };
    expect(await examineDatabase(away)).toMatchObject({
      state: 'fail',
      found: expect.stringContaining('PostgreSQL'),
    });
  });
});

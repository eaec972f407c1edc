import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from '../up/project.mjs';
import { fail, ok } from './report.mjs';

const CONNECT_WITHIN_MS = 5_000;
const APPLIED = 'select name from strapi_migrations';

/**
 * Whether the database answers and has had every migration of this version.
 * @param {Record<string, string>} environment
 * @returns {Promise<import('./report.mjs').Finding>}
 */
export async function examineDatabase(environment) {
  const address = environment.DATABASE_URL;
  const kind = address ? 'PostgreSQL' : 'SQLite';
  try {
    const applied = address
      ? await appliedOnPostgres(address)
      : await appliedOnSqlite(join(String(environment.DATA_DIR), 'cms', 'passerelle.sqlite'));
    if (applied === null)
      return fail(
        'database',
        'there is none yet',
        'Run “npm start”: it makes one and loads the demo content.',
      );
    const missing = migrations().filter((name) => !applied.includes(name));
    if (missing.length > 0)
      return fail(
        'database',
        `${kind}, ${missing.length} migrations to run`,
        'Start the CMS: it runs them first.',
      );
    return ok('database', `${kind} answers; ${migrations().length} migrations have run`);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return fail(
      'database',
      `${kind}: ${problem}`,
      'Check DATABASE_URL and DATA_DIR, and that the server runs.',
    );
  }
}

/** @returns {string[]} names as Strapi records them */
function migrations() {
  const folder = inRoot('apps', 'cms', 'database', 'migrations');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
}

/** @param {string} file @returns {Promise<string[] | null>} null when the CMS has never run on it */
async function appliedOnSqlite(file) {
  if (!existsSync(file)) return null;
  // Loaded here: it warns once when loaded, and PostgreSQL has no need of it.
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file, { readOnly: true, timeout: CONNECT_WITHIN_MS });
  try {
    return namesOf(database.prepare(APPLIED).all());
  } finally {
    database.close();
  }
}

/** @param {string} address @returns {Promise<string[] | null>} */
async function appliedOnPostgres(address) {
  const { Client } = createRequire(inRoot('apps', 'cms', 'package.json'))('pg');
  const client = new Client({ connectionString: address, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  await client.connect();
  try {
    return namesOf((await client.query(APPLIED)).rows);
  } catch (error) {
    // 42P01, undefined table: an empty database.
    if (error instanceof Error && 'code' in error && error.code === '42P01') return null;
    throw error;
  } finally {
    await client.end();
  }
}

/** @param {readonly Record<string, unknown>[]} rows */
const namesOf = (rows) => rows.map(({ name }) => String(name));

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { postgresConnection, sqliteConnection } from '../../src/platform/database/connection.ts';
import type { Connection } from '../../src/platform/jobs/database.ts';

/**
 * Opens the same Knex connections as the CMS does, without the CMS: through Strapi's database package and the
 * configuration the CMS uses. End one with `destroy()`.
 */

type Database = Core.Strapi['db'];

const fromHere = createRequire(import.meta.url);
const fromStrapi = createRequire(fromHere.resolve('@strapi/strapi/package.json'));
// What require gives has no type: this is the class whose instance Strapi calls `db`.
const databasePackage: { Database: new (config: Database['config']) => Database } =
  fromStrapi('@strapi/database');

const settings = { migrations: { dir: join(import.meta.dirname, '../../database/migrations') } };

function open(connection: ReturnType<typeof sqliteConnection | typeof postgresConnection>): Connection {
  return new databasePackage.Database({ connection, settings }).connection;
}

/** A SQLite file, made when it is missing. */
export const openSqlite = (file: string) => open(sqliteConnection(file));

/** A PostgreSQL database by its address. */
export const openPostgres = (url: string) => open(postgresConnection(url));

import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { IMAGE_RECIPE } from './renditions.ts';
import { SEARCH_SCHEMA } from './search/index-tables.ts';

export type SnapshotDatabase = Database.Database;

/**
 * The site's own copy of the published content: one SQLite file, written by the publisher alone.
 *
 * `entry` holds each public document in each locale as the contract has it; `card` what lists show of
 * an article; `listing` the articles of a term in order of publication (`*`: all, `category:<id>`,
 * `tag:<id>`, `programme:<id>`); `asset` the images, by their address at the CMS: `picture` is what pages
 * read of them, `original` the digest of the bytes that came, `plain` the file that every reader can show;
 * `search_…` the search index.
 * It can be read again from the CMS at any time, so a new shape starts a new file: raise SHAPE. A new recipe of
 * images does so too.
 */
const SHAPE = 9;
const VERSION = SHAPE * 1_000 + IMAGE_RECIPE;

/** How much of the file may be read as memory: a page costs a handful of look-ups, all over it. */
const MAPPED_BYTES = 512 * 1024 * 1024;

const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE entry (
    kind TEXT NOT NULL, id TEXT NOT NULL, locale TEXT NOT NULL,
    slug TEXT, digest TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (kind, id, locale)
  ) WITHOUT ROWID;
  CREATE INDEX entry_slug ON entry (kind, locale, slug);
  CREATE TABLE card (
    locale TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (locale, id)
  ) WITHOUT ROWID;
  CREATE TABLE listing (
    locale TEXT NOT NULL, term TEXT NOT NULL, published_at TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (locale, term, published_at, id)
  ) WITHOUT ROWID;
  CREATE INDEX listing_id ON listing (id, locale);
  CREATE TABLE asset (
    url TEXT PRIMARY KEY, name TEXT NOT NULL, picture TEXT NOT NULL, original TEXT NOT NULL,
    plain_path TEXT NOT NULL, plain_digest TEXT NOT NULL, plain_size INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX asset_name ON asset (name);
  ${SEARCH_SCHEMA}`;

/** Where the snapshot lies under the data directory of the site. */
export const snapshotPath = (dataDir: string) => resolve(dataDir, 'web', 'snapshot.sqlite');

/** Opens the snapshot for writing, making it when it isn't there or has an older shape. */
export function openSnapshot(path: string): SnapshotDatabase {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 5000');
  database.pragma(`mmap_size = ${MAPPED_BYTES}`);
  if (database.pragma('user_version', { simple: true }) !== VERSION) {
    database.transaction(() => {
      // Virtual tables first: the tables that they keep their content in go with them.
      const tables = database
        .prepare<[], { name: string }>(
          `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'`,
        )
        .all();
      for (const { name } of tables) database.exec(`DROP TABLE IF EXISTS "${name}"`);
      database.exec(SCHEMA);
      database.pragma(`user_version = ${VERSION}`);
    })();
  }
  return database;
}

/** Opens the snapshot for reading. @throws when the publisher has not made one yet. */
export function readSnapshot(path: string): SnapshotDatabase {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma(`mmap_size = ${MAPPED_BYTES}`);
  if (database.pragma('user_version', { simple: true }) !== VERSION) {
    throw new Error(`The content snapshot ${path} has another shape; let the publisher make it anew.`);
  }
  return database;
}

/** Term under which every article of a locale is listed. */
export const EVERY_ARTICLE = '*';

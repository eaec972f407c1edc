import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReleaseFile } from './manifest.ts';

/**
 * What is made of the content once and for all, and not while a release waits for it: forms of images and social
 * images, each under a path that names what it is made from. Their bytes are objects like all others; here is
 * which object a path has come to. `owner` is the name of what it was made from: what is swept, is swept by that.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS made (
    path TEXT PRIMARY KEY, owner TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS made_owner ON made (owner);
`;
const FIND = 'SELECT digest, size, type FROM made WHERE path = ?';

interface Row {
  digest: string;
  size: number;
  type: string;
}

const asFile = (row: Row | undefined): ReleaseFile | undefined => row && { ...row, immutable: true };

/** Where they are told of, under the folder of the releases. */
const madePath = (root: string) => join(root, 'made.sqlite');

/** Opens them for the publisher, which alone writes. */
export function madeFiles(root: string) {
  const path = madePath(root);
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec(SCHEMA);
  const find = database.prepare<[string], Row>(FIND);
  const put = database.prepare(
    `INSERT INTO made (path, owner, digest, size, type) VALUES (@path, @owner, @digest, @size, @type)
     ON CONFLICT (path) DO UPDATE SET digest = excluded.digest, size = excluded.size`,
  );
  const owners = database.prepare<[], string>('SELECT DISTINCT owner FROM made').pluck();
  const drop = database.prepare<[string]>('DELETE FROM made WHERE owner = ?');
  const digests = database.prepare<[], string>('SELECT digest FROM made').pluck();
  const keepOnly = database.transaction((kept: ReadonlySet<string>): Set<string> => {
    for (const owner of owners.all()) if (!kept.has(owner)) drop.run(owner);
    return new Set(digests.all());
  });
  return {
    find: (path: string): ReleaseFile | undefined => asFile(find.get(path)),
    /** Tells of a file whose bytes are kept. */
    put: (path: string, owner: string, { digest, size, type }: Omit<ReleaseFile, 'immutable'>): void =>
      void put.run({ path, owner, digest, size, type }),
    /** Forgets what was made of others than these. @returns the digests of what is left. */
    keepOnly: (kept: ReadonlySet<string>): Set<string> => keepOnly(kept),
    close: (): void => void database.close(),
  };
}
export type MadeFiles = ReturnType<typeof madeFiles>;

/** Whether the file is only just being made and has no table yet: the next who asks looks again. */
const isUnmade = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR';

/** Finds what has been made of a path, if it has been. */
export type FindMade = (path: string) => ReleaseFile | undefined;

/** Opens them for reading, as soon as the publisher has made a first one. */
export function readMadeFiles(root: string): FindMade & { close(): void } {
  let database: Database.Database | undefined;
  let find: Database.Statement<[string], Row> | undefined;
  // A path names its content: once it is there it stays so.
  const known = new Map<string, ReleaseFile>();

  function open(): void {
    if (!existsSync(madePath(root))) return;
    try {
      database = new Database(madePath(root), { readonly: true, fileMustExist: true });
      find = database.prepare<[string], Row>(FIND);
    } catch (error) {
      database?.close();
      if (!isUnmade(error)) throw error;
    }
  }

  const findMade = (path: string): ReleaseFile | undefined => {
    const before = known.get(path);
    if (before) return before;
    if (!find) open();
    const found = asFile(find?.get(path));
    if (found) known.set(path, found);
    return found;
  };
  return Object.assign(findMade, { close: () => void database?.close() });
}

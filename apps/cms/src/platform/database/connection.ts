import { LRUCache } from 'lru-cache';

/** What better-sqlite3 gives the pool: the part of it used here. */
interface SqliteHandle {
  pragma(statement: string): unknown;
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  readonly inTransaction: boolean;
}
interface SqliteStatement {
  run(...bound: unknown[]): unknown;
}

/**
 * SQLite in one file, with one connection.
 *
 * WAL lets the `seed` and `import` commands read and write beside a running CMS; synchronous=FULL makes an
 * acknowledged write survive a power loss. An error names its statement without the values, which would end up in
 * logs (`compileSqlOnError`).
 */
export function sqliteConnection(filename: string) {
  return {
    client: 'sqlite' as const,
    connection: { filename },
    useNullAsDefault: true,
    compileSqlOnError: false,
    pool: {
      min: 1,
      max: 1,
      afterCreate(handle: SqliteHandle, done: (error: unknown, handle: SqliteHandle) => void) {
        handle.pragma('busy_timeout = 15000');
        handle.pragma('journal_mode = WAL');
        handle.pragma('synchronous = FULL');
        handle.pragma('foreign_keys = ON');
        // 64 MB of pages at hand instead of 2, and the log moved into the file every 16 MB instead of 4.
        handle.pragma('cache_size = -64000');
        handle.pragma('wal_autocheckpoint = 4000');
        // What is deleted is overwritten: a poll's secret must not be found in the file (docs/adr/0010).
        handle.pragma('secure_delete = ON');
        beginImmediately(handle);
        endFailedCommits(handle);
        keepStatements(handle);
        done(null, handle);
      },
    },
  };
}

/** Statements kept compiled. */
const STATEMENTS_KEPT = 500;
/** What can be compiled once and run again. */
const KEPT = /^\s*(?:select|insert|update|delete|with)\b/i;
/** What leaves tables as they are; anything else may change what one is. */
const TRANSACTION = /^\s*(?:begin|commit|rollback|savepoint|release)\b/i;

/**
 * Keeps statements compiled by their text: Knex compiles each anew, and the driver makes a function for the rows of each,
 * together more than running most of them takes. A change of the schema, as of a migration, forgets them all.
 *
 * @param handle whose statements are run to their end at once, as Knex does: none is met while it runs.
 */
export function keepStatements(handle: Pick<SqliteHandle, 'prepare' | 'exec'>): void {
  const kept = new LRUCache<string, SqliteStatement>({ max: STATEMENTS_KEPT });
  const { prepare, exec } = { prepare: handle.prepare.bind(handle), exec: handle.exec.bind(handle) };
  handle.prepare = (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = prepare(sql);
    if (KEPT.test(sql)) kept.set(sql, statement);
    else if (!TRANSACTION.test(sql)) kept.clear();
    return statement;
  };
  handle.exec = (sql) => {
    kept.clear();
    return exec(sql);
  };
}

/** PostgreSQL by its address; the pool is per process. */
export function postgresConnection(connectionString: string) {
  return {
    client: 'postgres' as const,
    connection: { connectionString },
    compileSqlOnError: false,
    pool: { min: 0, max: 10 },
    acquireConnectionTimeout: 20_000,
  };
}

/**
 * Makes every transaction take the write lock when it begins.
 *
 * A deferred transaction that has read and then writes fails at once, whatever the busy time-out, when another
 * process has written in between (SQLITE_BUSY_SNAPSHOT). Strapi's transactions all read first, and Knex offers
 * no setting for the kind of BEGIN.
 */
function beginImmediately(handle: SqliteHandle): void {
  const prepare = handle.prepare.bind(handle);
  handle.prepare = (sql) => prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql);
}

/** A COMMIT that fails may leave its transaction open; nothing else could begin on this one connection then. */
function endFailedCommits(handle: SqliteHandle): void {
  const prepare = handle.prepare.bind(handle);
  handle.prepare = (sql) => {
    const statement = prepare(sql);
    if (sql !== 'COMMIT;') return statement;
    const run = statement.run.bind(statement);
    statement.run = (...bound) => {
      try {
        return run(...bound);
      } catch (error) {
        if (handle.inTransaction) handle.exec('ROLLBACK');
        throw error;
      }
    };
    return statement;
  };
}

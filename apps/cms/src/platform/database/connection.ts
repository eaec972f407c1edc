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
        // What is deleted is overwritten: a poll's secret must not be found in the file (docs/adr/0010).
        handle.pragma('secure_delete = ON');
        beginImmediately(handle);
        endFailedCommits(handle);
        done(null, handle);
      },
    },
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

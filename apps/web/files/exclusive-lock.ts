import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** A database that nothing refers to any more is closed by the garbage collector, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Makes sure that one process at a time does a work, of all that name the same file.
 *
 * The lock is an open exclusive transaction of SQLite, that is a lock of the operating system on
 * the file: it ends with the process, also when that is killed, so there is nothing stale to clean up.
 *
 * @returns a function that gives the lock back, or undefined when another process holds it.
 * @throws when the file can't be made or opened.
 */
export function lockExclusively(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  held.add(database);
  return () => {
    held.delete(database);
    database.exec('ROLLBACK');
    database.close();
  };
}

import type { Database } from 'better-sqlite3';
import { openSpoolDatabase } from './database.ts';

/** Access to the spool's file for its parts. */
export interface SpoolStore {
  /** Reads. @throws what SQLite throws */
  read<T>(work: (database: Database) => T): T;
  /**
   * Writes. What is asked for in the same turn shares one transaction, and so one flush to disk; it settles once
   * that is done. When one fails, none is written and all reject.
   */
  write<T>(work: (database: Database) => T): Promise<T>;
  close(): void;
}

/** A write that waits for its transaction. */
interface Waiting {
  /** Does it. @returns what tells that it is on disk */
  work: (database: Database) => () => void;
  reject: (error: unknown) => void;
}

/**
 * The file, opened when it is first needed: a disk that is full or broken doesn't keep the site from starting. After
 * an error it is opened anew, so what was mended is noticed.
 */
export function openSpoolStore(path: string): SpoolStore {
  let open: Database | undefined;
  let waiting: Waiting[] = [];

  function using<T>(work: (database: Database) => T): T {
    open ??= openSpoolDatabase(path);
    try {
      return work(open);
    } catch (error) {
      open.close();
      open = undefined;
      throw error;
    }
  }

  function flush(): void {
    const group = waiting;
    waiting = [];
    try {
      const done = using((database) =>
        database.transaction(() => group.map(({ work }) => work(database))).immediate(),
      );
      for (const tell of done) tell();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return {
    read: using,
    write: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          work: (database) => {
            const result = work(database);
            return () => resolve(result);
          },
          reject,
        });
      }),
    close() {
      if (waiting.length > 0) flush();
      open?.close();
      open = undefined;
    },
  };
}

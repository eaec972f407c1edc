import type { Published } from './published.ts';
import { snapshotQueries } from './queries.ts';
import type { Ask } from './question.ts';
import { publishedReader } from './reader.ts';
import { readSnapshot, type SnapshotDatabase, snapshotPath } from './snapshot.ts';

/** Reads the content of an open snapshot without recording what is read. Always current. */
export function unrecorded(database: SnapshotDatabase): Published {
  const queries = snapshotQueries(database);
  // SQLite's count of what other connections have written: as long as it stands, so does what is kept.
  const version = database.prepare<[], number>('PRAGMA data_version').pluck();
  let seen: number | undefined;
  const ask: Ask = (question) => {
    const now = version.get();
    if (now !== seen) queries.forget();
    seen = now;
    return queries.answer(question, ask);
  };
  return publishedReader(ask);
}

/** Where the site keeps its content and releases. @throws when `DATA_DIR` is not set. */
export function dataDirectory(): string {
  const directory = process.env.DATA_DIR;
  if (!directory) throw new Error('DATA_DIR is not set: start through the npm scripts, or name a directory.');
  return directory;
}

let opened: { database: SnapshotDatabase; published: Published } | undefined;

/** The snapshot of this site, opened once per process. @throws when there is none yet. */
export function openPublished(): { database: SnapshotDatabase; published: Published } {
  if (!opened) {
    const database = readSnapshot(snapshotPath(dataDirectory()));
    opened = { database, published: unrecorded(database) };
  }
  return opened;
}

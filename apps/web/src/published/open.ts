import type { Published } from './published.ts';
import { type Ask, snapshotQueries } from './queries.ts';
import { publishedReader } from './reader.ts';
import { readSnapshot, type SnapshotDatabase, snapshotPath } from './snapshot.ts';

/** Reads the content of an open snapshot without recording what is read. Always current. */
export function unrecorded(database: SnapshotDatabase): Published {
  const queries = snapshotQueries(database);
  const ask: Ask = (question) => {
    // Another process writes; keep nothing from one question to the next.
    queries.forget();
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

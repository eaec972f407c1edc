import { openPublished } from '../open.ts';
import type { SnapshotDatabase } from '../snapshot.ts';
import { type Search, snapshotSearch } from './search.ts';

let opened: { database: SnapshotDatabase; search: Search } | undefined;

/** The search of this site's snapshot, opened once per process, reading only. @throws when there is none yet. */
export function openSearch(): Search {
  const { database } = openPublished();
  if (opened?.database !== database) opened = { database, search: snapshotSearch(database) };
  return opened.search;
}

import type { Entry, Locale } from '@passerelle/contracts';
import { organization } from '../../tests/support/entries.ts';
import { snapshotWriter } from '../published/apply.ts';
import { unrecorded } from '../published/open.ts';
import type { Published } from '../published/published.ts';
import { openSnapshot } from '../published/snapshot.ts';

/** Puts entries, and an organization unless one is given, into the snapshot at `path`. */
export function writeSnapshot(path: string, entries: readonly Entry[]) {
  const database = openSnapshot(path);
  const { apply } = snapshotWriter(database);
  const touched = new Set<string>();
  const everyone = [organization('fr-CA'), organization('en-CA'), ...entries];
  database.transaction(() => {
    for (const entry of everyone) {
      const locale: Locale | null = entry.locale;
      apply({ kind: entry.kind, documentId: entry.documentId, locale, entry }, touched);
    }
  })();
  return database;
}

/** A site's content with the given entries, in memory. */
export function publishedWith(entries: readonly Entry[]): Published {
  return unrecorded(writeSnapshot(':memory:', entries));
}

import type {
  Change,
  ChangesResponse,
  EntriesResponse,
  Entry,
  EntryKind,
  RevisionResponse,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { keyOf, readChanges, readHead } from '../adapters/changes.ts';
import { type PublishedRow, readPublishedDocuments, readPublishedPage } from '../adapters/published-rows.ts';
import { readPublicEntry } from '../domain/public-entry.ts';

/** The published content as the site reads it. */
const content = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Names the content's current state. */
  revision(): Promise<RevisionResponse> {
    return readHead(strapi);
  },

  /** One page of a kind. The head is read first: what changes meanwhile has a higher revision. */
  async entries(query: { kind: EntryKind; after: number; limit: number }): Promise<EntriesResponse> {
    const head = await readHead(strapi);
    const rows = await readPublishedPage(strapi, query.kind, query);
    const last = rows.length === query.limit ? rows.at(-1) : undefined;
    return { ...head, entries: rows.map((row) => entryOf(query.kind, row)), next: last?.id ?? null };
  },

  /** What has changed since a revision, as it now stands. */
  async changes(query: { since: number; limit: number }): Promise<ChangesResponse> {
    const head = await readHead(strapi);
    const rows = await readChanges(strapi, { since: query.since, limit: query.limit + 1 });
    const more = rows.length > query.limit;
    const page = more ? rows.slice(0, query.limit) : rows;
    const entries = new Map<string, Entry>();
    for (const kind of new Set(page.map((change) => change.kind))) {
      const documentIds = page.filter((change) => change.kind === kind).map((change) => change.documentId);
      for (const row of await readPublishedDocuments(strapi, kind, documentIds)) {
        const entry = entryOf(kind, row);
        entries.set(keyOf(entry), entry);
      }
    }
    return {
      epoch: head.epoch,
      revision: page.at(-1)?.revision ?? head.revision,
      more,
      changes: page.map(
        ({ revision, ...change }): Change => ({ ...change, entry: entries.get(keyOf(change)) ?? null }),
      ),
    };
  },
});

/** Nothing unreadable is published, so a row that can't be read is a fault of ours and not an answer. */
function entryOf(kind: EntryKind, row: PublishedRow): Entry {
  const reading = readPublicEntry(kind, row);
  if (reading.ok) return reading.entry;
  const where = reading.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(
    `The published ${kind} ${row.documentId} (${row.locale ?? 'no locale'}) is unreadable: ${where}`,
  );
}

export default content;

import type { CmsClient } from '@passerelle/cms-client';
import {
  type Change,
  ENTRY_KINDS,
  type Entry,
  type Image,
  type Locale,
  localeSchema,
} from '@passerelle/contracts';
import { snapshotWriter, type Touched } from '../src/published/apply.ts';
import type { SnapshotDatabase } from '../src/published/snapshot.ts';

/** Fetches images that the snapshot doesn't have yet; see `assets.ts`. */
export type FetchImages = (images: readonly Image[]) => Promise<FetchedImage[]>;
export interface FetchedImage {
  url: string;
  path: string;
  digest: string;
  mime: string;
  size: number;
}

/** What a sync did to the snapshot. */
export interface Synced {
  epoch: string;
  revision: number;
  touched: Touched;
  /** Whether everything was read again. */
  full: boolean;
}

/**
 * Brings the snapshot up to date with the CMS: what has changed since its revision, or everything
 * when it has none or the CMS's database is another one (its epoch differs).
 *
 * One transaction: a sync that breaks off, for whatever reason, leaves the snapshot as it was.
 */
export async function syncSnapshot(
  database: SnapshotDatabase,
  cms: CmsClient,
  fetchImages: FetchImages,
): Promise<Synced> {
  const writer = snapshotWriter(database);
  const known = { epoch: writer.meta('epoch'), revision: Number(writer.meta('revision') ?? Number.NaN) };
  const now = await cms.revision();
  const full = known.epoch !== now.epoch || !(known.revision <= now.revision);
  const read = full ? await readEverything(cms) : await readChanges(cms, known.revision);
  const images = await fetchImages(read.changes.flatMap(({ entry }) => (entry ? imagesIn(entry) : [])));

  const touched: Touched = new Set();
  database.transaction(() => {
    const putAsset = database.prepare(
      `INSERT INTO asset (url, path, digest, mime, size) VALUES (@url, @path, @digest, @mime, @size)
       ON CONFLICT (url) DO UPDATE SET path = excluded.path, digest = excluded.digest, mime = excluded.mime, size = excluded.size`,
    );
    for (const image of images) {
      putAsset.run(image);
      touched.add(`asset/${image.url}`);
    }
    for (const change of read.changes) writer.apply(change, touched);
    if (full) dropUnmet(writer, read.changes, touched);
    writer.setMeta('epoch', read.epoch);
    writer.setMeta('revision', String(read.revision));
  })();
  return { epoch: read.epoch, revision: read.revision, touched, full };
}

interface Read {
  epoch: string;
  revision: number;
  changes: Change[];
}

async function readChanges(cms: CmsClient, since: number): Promise<Read> {
  const changes: Change[] = [];
  let revision = since;
  for (;;) {
    const page = await cms.changes(revision);
    changes.push(...page.changes);
    revision = page.revision;
    if (!page.more) return { epoch: page.epoch, revision, changes };
  }
}

async function readEverything(cms: CmsClient): Promise<Read> {
  const start = await cms.revision();
  const changes: Change[] = [];
  for (const kind of ENTRY_KINDS) {
    for await (const page of cms.everyPage(kind)) {
      if (page.epoch !== start.epoch)
        throw new Error('The CMS was put on another database while it was read.');
      for (const entry of page.entries) changes.push(changeTo(entry));
    }
  }
  // What changed while the pages were read may be missing from them, or there twice.
  const since = await readChanges(cms, start.revision);
  return { ...since, changes: [...changes, ...since.changes] };
}

const changeTo = (entry: Entry): Change => ({
  kind: entry.kind,
  documentId: entry.documentId,
  locale: entry.locale,
  entry,
});

function dropUnmet(
  writer: ReturnType<typeof snapshotWriter>,
  met: readonly Change[],
  touched: Touched,
): void {
  const keyOf = (kind: string, id: string, locale: string | null) => `${kind}/${id}/${locale ?? ''}`;
  const there = new Set(met.map(({ kind, documentId, locale }) => keyOf(kind, documentId, locale)));
  for (const { kind, id, locale } of writer.keys()) {
    if (there.has(keyOf(kind, id, locale))) continue;
    const of = { kind, documentId: id, locale: localeOf(locale) };
    writer.apply({ ...of, entry: null }, touched);
  }
}

const localeOf = (stored: string): Locale | null => (stored === '' ? null : localeSchema.parse(stored));

/** Every image an entry shows. */
export function imagesIn(entry: Entry): Image[] {
  const cover = entry.kind === 'article' && entry.cover ? [entry.cover] : [];
  const body = entry.kind === 'article' || entry.kind === 'page' ? entry.body : [];
  return [...cover, ...body.flatMap((block) => (block.type === 'figure' ? [block.image] : []))];
}

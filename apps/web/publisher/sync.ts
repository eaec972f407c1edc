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
import { type Picture, plainForm } from '../src/published/renditions.ts';
import type { SnapshotDatabase } from '../src/published/snapshot.ts';

/** Fetches images that the snapshot doesn't have yet; see `images/assets.ts`. */
export type FetchImages = (images: readonly Image[]) => Promise<FetchedImage[]>;
export interface FetchedImage {
  url: string;
  picture: Picture;
  /** Digest of the bytes as the CMS has them. */
  original: string;
  /** The JPEG made of them. */
  plain: { digest: string; size: number };
}

/** What a sync did to the snapshot. */
export interface Synced {
  epoch: string;
  revision: number;
  touched: Touched;
  /** Whether everything was read again. */
  full: boolean;
}

/** Given changes as they are read, a page at a time. */
type Take = (changes: readonly Change[]) => Promise<void>;

/**
 * Brings the snapshot up to date with the CMS: what has changed since its revision, or everything
 * when it has none or the CMS's database is another one (its epoch differs).
 *
 * What is read is written while the CMS makes the next page, in one transaction: a sync that breaks off, for
 * whatever reason, leaves the snapshot as it was. The connection must have no other user meanwhile.
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
  const touched: Touched = new Set();
  const met = new Set<string>();
  const putAsset = assetWriter(database);

  const take: Take = async (changes) => {
    for (const image of await fetchImages(changes.flatMap(({ entry }) => (entry ? imagesIn(entry) : [])))) {
      putAsset(image);
      touched.add(`asset/${image.url}`);
    }
    for (const change of changes) {
      writer.apply(change, touched);
      if (full) met.add(keyOf(change.kind, change.documentId, change.locale));
    }
  };

  return await inTransaction(database, async () => {
    const { epoch, revision } = full
      ? await readEverything(cms, take)
      : await readChanges(cms, known.revision, take);
    if (full) dropUnmet(writer, met, touched);
    writer.setMeta('epoch', epoch);
    writer.setMeta('revision', String(revision));
    return { epoch, revision, touched, full };
  });
}

async function inTransaction<T>(database: SnapshotDatabase, work: () => Promise<T>): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    database.exec('COMMIT');
    return result;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function assetWriter(database: SnapshotDatabase) {
  const put = database.prepare(
    `INSERT INTO asset (url, name, picture, original, plain_path, plain_digest, plain_size)
     VALUES (@url, @name, @json, @original, @path, @digest, @size)
     ON CONFLICT (url) DO UPDATE SET name = excluded.name, picture = excluded.picture, original = excluded.original,
       plain_path = excluded.plain_path, plain_digest = excluded.plain_digest, plain_size = excluded.plain_size`,
  );
  return ({ url, picture, original, plain: { digest, size } }: FetchedImage): void => {
    const { name, width, height } = picture;
    const { path } = plainForm(picture);
    put.run({ url, name, json: JSON.stringify({ name, width, height }), original, path, digest, size });
  };
}

/** The state that was read. */
type ReadState = Pick<Synced, 'epoch' | 'revision'>;

async function readChanges(cms: CmsClient, since: number, take: Take): Promise<ReadState> {
  for (let revision = since; ; ) {
    const page = await cms.changes(revision);
    await take(page.changes);
    revision = page.revision;
    if (!page.more) return { epoch: page.epoch, revision };
  }
}

async function readEverything(cms: CmsClient, take: Take): Promise<ReadState> {
  const start = await cms.revision();
  for (const kind of ENTRY_KINDS) {
    for await (const page of cms.everyPage(kind)) {
      if (page.epoch !== start.epoch)
        throw new Error('The CMS was put on another database while it was read.');
      await take(page.entries.map(changeTo));
    }
  }
  // What changed while the pages were read may be missing from them, or there twice.
  return await readChanges(cms, start.revision, take);
}

const changeTo = (entry: Entry): Change => ({
  kind: entry.kind,
  documentId: entry.documentId,
  locale: entry.locale,
  entry,
});

const keyOf = (kind: string, id: string, locale: string | null) => `${kind}/${id}/${locale ?? ''}`;

function dropUnmet(
  writer: ReturnType<typeof snapshotWriter>,
  met: ReadonlySet<string>,
  touched: Touched,
): void {
  for (const { kind, id, locale } of writer.keys()) {
    if (met.has(keyOf(kind, id, locale))) continue;
    writer.apply({ kind, documentId: id, locale: localeOf(locale), entry: null }, touched);
  }
}

const localeOf = (stored: string): Locale | null => (stored === '' ? null : localeSchema.parse(stored));

/** Every image an entry shows. */
export function imagesIn(entry: Entry): Image[] {
  const cover = entry.kind === 'article' && entry.cover ? [entry.cover] : [];
  const photo = entry.kind === 'consultant' && entry.photo ? [entry.photo] : [];
  const body = entry.kind === 'article' || entry.kind === 'page' ? entry.body : [];
  return [...cover, ...photo, ...body.flatMap((block) => (block.type === 'figure' ? [block.image] : []))];
}

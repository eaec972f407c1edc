import mime from 'mime';
import type { Manifest, ReleaseFile } from '../releases/manifest.ts';
import { digestOf } from '../releases/objects.ts';
import type { ReleaseStore } from '../releases/store.ts';
import type { ReadGraph } from '../src/published/read-graph.ts';
import type { SnapshotDatabase } from '../src/published/snapshot.ts';
import type { Engine } from './engine.ts';
import { type SocialCards, socialOf } from './social/card-shelf.ts';

export type ReleaseContent = Pick<Manifest, 'files' | 'social' | 'redirects'>;

interface Parts {
  engine: Engine;
  store: ReleaseStore;
  database: SnapshotDatabase;
  graph: ReadGraph;
  rendered: ReadonlyMap<string, ReleaseFile>;
  cards: SocialCards;
}

/** Everything a release holds, by path: the pages, the engine's own files, the images that pages show; and the redirects. */
export async function contentOf({
  engine,
  store,
  database,
  graph,
  rendered,
  cards,
}: Parts): Promise<ReleaseContent> {
  const files = new Map(rendered);
  for (const [path, file] of await ownFiles(engine, store)) files.set(path, file);
  for (const [path, file] of imagesShown(database, graph)) files.set(path, file);
  return { files: Object.fromEntries(files), social: socialOf(cards), redirects: redirectsIn(database) };
}

const known = new WeakMap<Engine, Map<string, ReleaseFile>>();

/** The engine's own files, read and kept once: they don't change while it is loaded. */
async function ownFiles(engine: Engine, store: ReleaseStore): Promise<Map<string, ReleaseFile>> {
  const files = known.get(engine) ?? new Map<string, ReleaseFile>();
  if (known.has(engine)) return files;
  for (const { path, bytes } of await engine.assets()) {
    const digest = digestOf(bytes);
    store.objects.put(bytes, digest);
    const type = withCharset(mime.getType(path) ?? 'application/octet-stream');
    files.set(path, {
      digest,
      size: bytes.byteLength,
      type,
      immutable: path.startsWith('/_astro/'),
    });
  }
  known.set(engine, files);
  return files;
}

function* imagesShown(database: SnapshotDatabase, graph: ReadGraph): Generator<[string, ReleaseFile]> {
  const find = database.prepare<[string], { path: string; digest: string; size: number }>(
    'SELECT plain_path AS path, plain_digest AS digest, plain_size AS size FROM asset WHERE url = ?',
  );
  for (const url of graph.imagesShown()) {
    const asset = find.get(url);
    if (!asset) continue;
    const { path, digest, size } = asset;
    yield [path, { digest, size, type: 'image/jpeg', immutable: true }];
  }
}

function redirectsIn(database: SnapshotDatabase): Manifest['redirects'] {
  const rows = database.prepare<[], string>(`SELECT json FROM entry WHERE kind = 'redirect'`).pluck().all();
  const redirects = new Map<string, Manifest['redirects'][string]>();
  for (const row of rows) {
    const { from, to, status } = JSON.parse(row);
    redirects.set(from, { to, status });
  }
  return Object.fromEntries(redirects);
}

/** Everything that is text is UTF-8 here; XML and JSON say so themselves or need not. */
export const withCharset = (type: string): string =>
  /^(?:text\/|image\/svg)/.test(type) && !type.includes('charset') ? `${type}; charset=utf-8` : type;

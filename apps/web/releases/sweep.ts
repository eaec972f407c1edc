import { readdir, rm, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { MadeFiles } from './made-files.ts';
import type { Manifest } from './manifest.ts';
import { KEPT_RELEASES, type ReleaseStore } from './store.ts';

/** What stays although no release refers to it, such as downloaded images: objects, and owners of made files. */
export interface Kept {
  digests: ReadonlySet<string>;
  owners: ReadonlySet<string>;
}

/** An object younger than this may belong to a build under way. */
const GRACE_MS = 10 * 60_000;

/**
 * Removes the releases beyond the kept ones, and the objects and made files none of the kept ones refers to.
 *
 * @returns how many releases and objects were removed.
 */
export async function sweep(
  store: ReleaseStore,
  made: Pick<MadeFiles, 'keepOnly'>,
  keep: Kept,
  now: number,
): Promise<{ releases: number; objects: number }> {
  const live = await store.liveId();
  const all = await store.list();
  const old = all.slice(0, Math.max(0, all.length - KEPT_RELEASES)).filter((id) => id !== live);
  if (old.length === 0) return { releases: 0, objects: 0 };
  for (const id of old) await store.remove(id);

  const used = new Set(keep.digests);
  const owners = new Set(keep.owners);
  for (const id of await store.list()) {
    const manifest = await store.read(id);
    for (const file of Object.values(manifest.files)) used.add(file.digest);
    for (const owner of ownersIn(manifest)) owners.add(owner);
  }
  for (const digest of made.keepOnly(owners)) used.add(digest);
  let removed = 0;
  for (const shelf of await readdir(store.objects.directory)) {
    const directory = join(store.objects.directory, shelf);
    for (const name of await readdir(directory)) {
      if (used.has(name.slice(0, 64))) continue;
      const path = join(directory, name);
      const found = await stat(path).catch(() => undefined);
      if (!found || now - found.mtimeMs < GRACE_MS) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  }
  return { releases: old.length, objects: removed };
}

/** Names of what the made files of a release are made from: its images, and the cards of its social images. */
const ownersIn = ({ files, social }: Manifest): string[] =>
  [...Object.keys(files), ...Object.keys(social)]
    .filter((path) => path.startsWith('/media/') || path.startsWith('/social/'))
    .map((path) => parse(path).name);

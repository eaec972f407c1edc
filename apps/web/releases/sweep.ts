import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT_RELEASES, type ReleaseStore } from './store.ts';

/** An object younger than this may belong to a build under way. */
const GRACE_MS = 10 * 60_000;

/**
 * Removes the releases beyond the kept ones, and the objects none of the kept ones refers to.
 *
 * @param keep digests that stay although no release refers to them, such as downloaded images.
 * @returns how many releases and objects were removed.
 */
export async function sweep(
  store: ReleaseStore,
  keep: ReadonlySet<string>,
  now: number,
): Promise<{ releases: number; objects: number }> {
  const live = await store.liveId();
  const all = await store.list();
  const old = all.slice(0, Math.max(0, all.length - KEPT_RELEASES)).filter((id) => id !== live);
  if (old.length === 0) return { releases: 0, objects: 0 };
  for (const id of old) await store.remove(id);

  const used = new Set(keep);
  for (const id of await store.list()) {
    for (const file of Object.values((await store.read(id)).files)) used.add(file.digest);
  }
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

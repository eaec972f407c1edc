import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Manifest, ReleaseFile } from '../releases/manifest.ts';
import type { ReleaseStore } from '../releases/store.ts';

/** How often the link is read should the operating system's notice of its change be lost. */
const LOOK_EVERY_MS = 1_000;

/** The release being served, and the hashed assets of the kept ones for pages still open. */
export interface CurrentRelease {
  get(): Manifest | undefined;
  kept(path: string): ReleaseFile | undefined;
  close(): void;
}

/**
 * Follows the live release: reads its manifest into memory and goes over to the next one in one
 * assignment, so that each answer is made from one release and none is lost by the change.
 *
 * @param failed is told when a release can't be read; the one before goes on being served.
 */
export async function followRelease(
  store: ReleaseStore,
  failed: (error: unknown) => void,
): Promise<CurrentRelease> {
  let current: Manifest | undefined;
  let kept = new Map<string, ReleaseFile>();
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    const id = await store.liveId();
    if (id === undefined || id === current?.id) return;
    const next = await store.read(id);
    kept = current ? immutableFiles([current], kept) : immutableFiles(await readAll(store, id));
    current = next;
  }

  const look = (): Promise<void> => {
    loading ??= load()
      .catch(failed)
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };

  await mkdir(store.root, { recursive: true });
  const watcher = watch(store.root, (_, name) => {
    if (name === null || name === basename(store.current)) void look();
  });
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  await look();
  return {
    get: () => current,
    kept: (path) => kept.get(path),
    close() {
      watcher.close();
      clearInterval(timer);
    },
  };
}

async function readAll(store: ReleaseStore, live: string): Promise<Manifest[]> {
  const others = (await store.list()).filter((id) => id !== live);
  return await Promise.all(others.map((id) => store.read(id)));
}

function immutableFiles(releases: readonly Manifest[], more = new Map<string, ReleaseFile>()) {
  const files = new Map(more);
  for (const release of releases) {
    for (const [path, file] of Object.entries(release.files)) if (file.immutable) files.set(path, file);
  }
  return files;
}

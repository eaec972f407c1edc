import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FindMade, readMadeFiles } from '../releases/made-files.ts';
import type { Manifest, ReleaseFile } from '../releases/manifest.ts';
import type { ReleaseStore } from '../releases/store.ts';
import { type Practice, practiceOf } from './practice.ts';

/** How often the link is read should the operating system's notice of its change be lost. */
const LOOK_EVERY_MS = 1_000;

/** The release being served, and the hashed assets of the kept ones for pages still open. */
export interface CurrentRelease {
  get(): Manifest | undefined;
  /** Whose site it is, as the release being served has it. */
  practice(): Practice | undefined;
  kept(path: string): ReleaseFile | undefined;
  /** What has been made of a path since its release is live; see `later.ts`. */
  made: FindMade;
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
  let practice: Practice | undefined;
  let kept: Assets[] = [];
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    const id = await store.liveId();
    if (id === undefined || id === current?.id) return;
    const next = await store.read(id);
    kept = await assetsOfOthers(next);
    // One that can't be read keeps no release from being served: the former goes on being told.
    practice = await practiceOf(next, store.objects).catch((error) => {
      failed(error);
      return practice;
    });
    current = next;
  }

  // All that are on disk, not only those this process has served: another one may have served a page of them.
  async function assetsOfOthers(next: Manifest): Promise<Assets[]> {
    const known = new Map(kept.map((assets) => [assets.release, assets]));
    if (current) known.set(current.id, assetsOf(current));
    const ids = (await store.list()).filter((id) => id !== next.id);
    const found = ids.map(async (id) => known.get(id) ?? (await store.read(id).then(assetsOf, failed)));
    return (await Promise.all(found)).filter((assets) => assets !== undefined);
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
  const made = readMadeFiles(store.root);
  const watcher = watch(store.root, (_, name) => {
    if (name === null || name === basename(store.current)) void look();
  });
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  await look();
  return {
    get: () => current,
    practice: () => practice,
    kept(path) {
      for (const { files } of kept) {
        const file = files.get(path);
        if (file) return file;
      }
      return undefined;
    },
    made,
    close() {
      watcher.close();
      made.close();
      clearInterval(timer);
    },
  };
}

/** What a release has of files whose path names their content. */
interface Assets {
  release: string;
  files: ReadonlyMap<string, ReleaseFile>;
}

function assetsOf({ id, files }: Manifest): Assets {
  return { release: id, files: new Map(Object.entries(files).filter(([, file]) => file.immutable)) };
}

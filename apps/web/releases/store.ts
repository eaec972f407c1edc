import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Manifest, type ManifestToWrite, manifestSchema } from './manifest.ts';
import { objectStore } from './objects.ts';

/** How many releases are kept to go back to; hashed assets of all of them stay reachable. */
export const KEPT_RELEASES = 5;

/**
 * The releases of a site under its data directory:
 *
 *     web/objects/ab/abcd…        bytes by digest, with .br and .gz beside
 *     web/made.sqlite             which of them are forms of images, made once; see `made-files.ts`
 *     web/releases/<id>.json      manifests
 *     web/current                 symbolic link to the live one, switched by rename(2)
 */
export function releaseStore(dataDir: string) {
  const root = join(dataDir, 'web');
  const directory = join(root, 'releases');
  const current = join(root, 'current');
  const objects = objectStore(join(root, 'objects'));
  const manifestPath = (id: string) => join(directory, `${id}.json`);

  /** @throws when there is no such release or its manifest can't be read. */
  async function read(id: string): Promise<Manifest> {
    try {
      return manifestSchema.parse(JSON.parse(await readFile(manifestPath(id), 'utf8')));
    } catch (cause) {
      throw new Error(`The release ${id} can't be read.`, { cause });
    }
  }

  /** The id of the live release; undefined before the first. */
  async function liveId(): Promise<string | undefined> {
    try {
      return basename(await readlink(current), '.json');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  return {
    root,
    objects,
    current,
    read,
    liveId,

    async live(): Promise<Manifest | undefined> {
      const id = await liveId();
      return id === undefined ? undefined : await read(id);
    },

    /** Ids of the releases there are, oldest first. */
    async list(): Promise<string[]> {
      const names = await readdir(directory).catch((error) => {
        if (isMissing(error)) return [];
        throw error;
      });
      return names
        .filter((name) => name.endsWith('.json'))
        .map((name) => basename(name, '.json'))
        .sort();
    },

    /** Writes the manifest durably; it is not live yet. */
    async write(manifest: ManifestToWrite): Promise<void> {
      await mkdir(directory, { recursive: true });
      const path = manifestPath(manifest.id);
      const draft = `${path}.tmp`;
      const file = await open(draft, 'w');
      try {
        await file.writeFile(JSON.stringify(manifest));
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      await syncDirectory(directory);
    },

    /** Makes a release the live one, at once and wholly. */
    async switchTo(id: string): Promise<void> {
      await read(id);
      const next = `${current}.${randomUUID()}`;
      await symlink(join('releases', `${id}.json`), next);
      await rename(next, current);
      await syncDirectory(root);
    },

    remove: (id: string) => rm(manifestPath(id), { force: true }),
  };
}
export type ReleaseStore = ReturnType<typeof releaseStore>;

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

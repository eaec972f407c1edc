import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Encodings an object may lie beside itself in, best first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];
const SUFFIX: Record<Encoding, string> = { br: '.br', gzip: '.gz' };

/** Files synced at a time: together they cost the disk little more than one. */
const FLUSHED_AT_A_TIME = 32;

/** SHA-256 of the bytes, in hexadecimal: the name of an object. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The bytes of all releases, each kept once under its digest, as in git.
 *
 * An object never changes, so a new release costs what differs from the last, and rolling back
 * costs nothing.
 */
export function objectStore(directory: string) {
  const pathOf = (digest: string, encoding?: Encoding) =>
    join(directory, digest.slice(0, 2), `${digest}${encoding ? SUFFIX[encoding] : ''}`);

  const isThere = async (path: string, size: number) => {
    const found = await stat(path).catch(() => undefined);
    return found?.size === size;
  };

  const unflushed = new Set<string>();

  // Written beside and renamed: a reader never meets half an object, whatever is killed.
  async function write(path: string, bytes: Uint8Array, durably: boolean): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      await writeFile(draft, bytes, { flag: 'wx' });
      if (durably) await syncFile(draft);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  return {
    pathOf,
    /** Keeps the bytes; they are durable after the next `flush`. @returns whether they were new. */
    async put(bytes: Uint8Array, digest = digestOf(bytes)): Promise<boolean> {
      const path = pathOf(digest);
      if (await isThere(path, bytes.byteLength)) return false;
      await write(path, bytes, false);
      unflushed.add(path);
      return true;
    },
    /** Says that an object was put by another thread: the next `flush` is to see to it too. */
    mustFlush: (digest: string): void => void unflushed.add(pathOf(digest)),
    /** Settles when everything that was put has reached the disk. */
    async flush(): Promise<void> {
      const queue = [...unflushed];
      const worker = async () => {
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
          await syncFile(path);
          unflushed.delete(path);
        }
      };
      await Promise.all(Array.from({ length: FLUSHED_AT_A_TIME }, worker));
    },
    putEncoded: (digest: string, encoding: Encoding, bytes: Uint8Array) =>
      write(pathOf(digest, encoding), bytes, true),
    read: (digest: string, encoding?: Encoding): Promise<Buffer> => readFile(pathOf(digest, encoding)),
    /** Whether the object is there in its full length. */
    has: (digest: string, size: number) => isThere(pathOf(digest), size),
    directory,
  };
}
export type ObjectStore = ReturnType<typeof objectStore>;

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

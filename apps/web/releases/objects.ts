import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Encodings an object may lie beside itself in, best first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];
const SUFFIX: Record<Encoding, string> = { br: '.br', gzip: '.gz' };

/** Files synced at a time: together they cost the disk little more than one. */
const FLUSHED_AT_A_TIME = 32;

/** SHA-256 of the bytes, in hexadecimal: the name of an object. */
export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/**
 * The bytes of all releases, each kept once under its digest, as in git.
 *
 * An object never changes, so a new release costs what differs from the last, and rolling back
 * costs nothing.
 */
export function objectStore(directory: string) {
  const pathOf = (digest: string, encoding?: Encoding) =>
    join(directory, digest.slice(0, 2), `${digest}${encoding ? SUFFIX[encoding] : ''}`);

  const isThere = (path: string, size: number) => statSync(path, { throwIfNoEntry: false })?.size === size;

  const unflushed = new Set<string>();

  // Written beside and renamed: a reader never meets half an object, whatever is killed. Synchronous, as
  // each of these calls costs a tenth of what handing it to another thread costs, and pages come by thousands.
  function write(path: string, bytes: Uint8Array, { durably }: { durably: boolean }): void {
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      writeBeside(draft, bytes, durably);
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }

  return {
    pathOf,
    /** Keeps the bytes; they are durable after the next `flush`. @returns whether they were new. */
    put(bytes: Uint8Array, digest = digestOf(bytes)): boolean {
      const path = pathOf(digest);
      if (isThere(path, bytes.byteLength)) return false;
      write(path, bytes, { durably: false });
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
    putEncoded: (digest: string, encoding: Encoding, bytes: Uint8Array): void =>
      write(pathOf(digest, encoding), bytes, { durably: true }),
    read: (digest: string, encoding?: Encoding): Promise<Buffer> => readFile(pathOf(digest, encoding)),
    /** Whether the object is there in its full length. */
    has: (digest: string, size: number): boolean => isThere(pathOf(digest), size),
    directory,
  };
}
export type ObjectStore = ReturnType<typeof objectStore>;

/** Writes a new file, making its folder when that is not there. */
function writeBeside(path: string, bytes: Uint8Array, flush: boolean): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx', flush });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { flag: 'wx', flush });
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

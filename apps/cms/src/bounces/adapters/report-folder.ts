import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TakeSource } from '../take-source.ts';

/** Looked at in one run; what is left is there at the next. */
const FILES = 500;
/** Ours have 100 KB; what is longer is put away unread. */
const LARGEST_BYTES = 5_000_000;
/** How long what was taken is kept, since it has addresses in it. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Takes what is in `new/` of a folder in the form of a Maildir, where a mail server drops reports: complete files, put
 * there by a rename. Each is moved to `done/` after what it says is stored; one that couldn't be stored stays, and
 * the others pass it by.
 *
 * @throws the first of what kept one from being stored, once all were looked at.
 */
export async function collectFolder(
  folder: string,
  { take, signal }: { take: TakeSource; signal: AbortSignal },
): Promise<void> {
  const [fresh, done] = [join(folder, 'new'), join(folder, 'done')];
  for (const path of [fresh, done]) await mkdir(path, { recursive: true, mode: 0o750 });
  const names = (await readdir(fresh)).filter((name) => !name.startsWith('.')).sort();
  const failures: unknown[] = [];
  for (const name of names.slice(0, FILES)) {
    if (signal.aborted) break;
    const path = join(fresh, name);
    const stats = await lstat(path);
    if (!stats.isFile()) continue;
    try {
      if (stats.size <= LARGEST_BYTES) await take(await readFile(path));
      await rename(path, join(done, name));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Removes what was taken long ago. @param now in milliseconds since 1970 */
export async function forgetTaken(folder: string, now: number): Promise<void> {
  const done = join(folder, 'done');
  await mkdir(done, { recursive: true, mode: 0o750 });
  for (const name of await readdir(done)) {
    const path = join(done, name);
    if ((await lstat(path)).mtimeMs < now - KEPT_MS) await rm(path, { force: true });
  }
}

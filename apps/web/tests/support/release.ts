import type { Manifest, ReleaseFile } from '../../releases/manifest.ts';
import { digestOf } from '../../releases/objects.ts';
import type { ReleaseStore } from '../../releases/store.ts';

/** Keeps bytes in the store. @returns the file they are in a release. */
export async function keepFile(
  store: ReleaseStore,
  body: string | Buffer,
  type = 'text/html; charset=utf-8',
  immutable = false,
): Promise<ReleaseFile> {
  const bytes = Buffer.from(body);
  store.objects.put(bytes);
  return { digest: digestOf(bytes), size: bytes.byteLength, type, immutable };
}

/** Writes a release of these files, without redirects. */
export async function writeRelease(store: ReleaseStore, id: string, files: Manifest['files']): Promise<void> {
  await store.write({
    format: 1,
    id,
    createdAt: '2026-11-23T12:00:00.000Z',
    epoch: '00000000-0000-4000-8000-000000000000',
    revision: 1,
    engine: 'test',
    articles: 1,
    files,
    redirects: {},
  });
}

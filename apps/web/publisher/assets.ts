import { type CmsClient, CmsError } from '@passerelle/cms-client';
import mime from 'mime';
import { digestOf, type ObjectStore } from '../releases/objects.ts';
import type { SnapshotDatabase } from '../src/published/snapshot.ts';
import type { FetchedImage, FetchImages } from './sync.ts';

/** How many images are fetched at a time. */
const CONCURRENCY = 8;

/**
 * Fetches images into the object store. An address at the CMS names its content, so one that is
 * known is not fetched again.
 *
 * @param missing is told of images that the CMS doesn't have; the pages that show them go without.
 */
export function imageFetcher(
  database: SnapshotDatabase,
  cms: CmsClient,
  objects: ObjectStore,
  missing: (url: string) => void,
): FetchImages {
  const known = database.prepare<[string], number>('SELECT 1 FROM asset WHERE url = ?').pluck();

  async function fetchImage(url: string, type: string): Promise<FetchedImage[]> {
    try {
      const bytes = await cms.media(url);
      const digest = digestOf(bytes);
      objects.put(bytes, digest);
      const path = `/media/${digest.slice(0, 20)}.${mime.getExtension(type) ?? 'bin'}`;
      return [{ url, path, digest, mime: type, size: bytes.byteLength }];
    } catch (error) {
      if (!(error instanceof CmsError) || error.code !== 'not-found') throw error;
      missing(url);
      return [];
    }
  }

  return async (images) => {
    const wanted = new Map(images.map((image) => [image.url, image.mime]));
    const unknown = [...wanted].filter(([url]) => known.get(url) === undefined);
    const fetched: FetchedImage[] = [];
    for (let start = 0; start < unknown.length; start += CONCURRENCY) {
      const batch = unknown.slice(start, start + CONCURRENCY);
      fetched.push(...(await Promise.all(batch.map(([url, type]) => fetchImage(url, type)))).flat());
    }
    return fetched;
  };
}

/** Digests of the images that the snapshot knows: they are not fetched again, so no sweep may take them. */
export function knownImages(database: SnapshotDatabase): Set<string> {
  return new Set(database.prepare<[], string>('SELECT digest FROM asset').pluck().all());
}

import { hash } from 'node:crypto';
import { type CmsClient, CmsError } from '@passerelle/cms-client';
import type { MadeFiles } from '../../releases/made-files.ts';
import type { ReleaseFile } from '../../releases/manifest.ts';
import { digestOf, type ObjectStore } from '../../releases/objects.ts';
import { IMAGE_RECIPE, type Picture, plainForm } from '../../src/published/renditions.ts';
import type { SnapshotDatabase } from '../../src/published/snapshot.ts';
import { explain } from '../build-error.ts';
import type { FetchedImage, FetchImages } from '../sync.ts';
import { encodePlain, ImageError, measure } from './encode.ts';

/** How many images are fetched and made into a JPEG at a time. */
const CONCURRENCY = 4;

export interface FetcherParts {
  database: SnapshotDatabase;
  cms: Pick<CmsClient, 'media'>;
  objects: ObjectStore;
  made: MadeFiles;
  /** Told of images that the CMS doesn't have or that can't be read; the pages that show them go without. */
  unusable: (sentence: string) => void;
}

/**
 * Fetches images: keeps the original, which is never served, and the JPEG made of it. An address at the CMS names
 * its content, so one that is known is not fetched again; and what was made of the same bytes before is not made again.
 */
export function imageFetcher({ database, cms, objects, made, unusable }: FetcherParts): FetchImages {
  const known = database.prepare<[string], number>('SELECT 1 FROM asset WHERE url = ?').pluck();

  async function plainFile(original: Uint8Array, picture: Picture): Promise<Omit<ReleaseFile, 'immutable'>> {
    const { path } = plainForm(picture);
    const before = made.find(path);
    if (before && objects.has(before.digest, before.size)) return before;
    const bytes = await encodePlain(original, picture);
    const file = { digest: digestOf(bytes), size: bytes.byteLength, type: 'image/jpeg' };
    objects.put(bytes, file.digest);
    made.put(path, picture.name, file);
    return file;
  }

  async function fetchImage(url: string): Promise<FetchedImage[]> {
    try {
      const original = await cms.media(url);
      const digest = digestOf(original);
      const name = hash('sha256', `${IMAGE_RECIPE} ${digest}`).slice(0, 20);
      const picture = { name, ...(await measure(original)) };
      const plain = await plainFile(original, picture);
      objects.put(original, digest);
      return [{ url, picture, original: digest, plain }];
    } catch (error) {
      const isMissing = error instanceof CmsError && error.code === 'not-found';
      if (!isMissing && !(error instanceof ImageError)) throw error;
      unusable(`The image ${url} can't be had, and pages go without it: ${explain(error)}`);
      return [];
    }
  }

  return async (images) => {
    const wanted = new Set(images.map(({ url }) => url));
    const unknown = [...wanted].filter((url) => known.get(url) === undefined);
    const fetched: FetchedImage[] = [];
    for (let start = 0; start < unknown.length; start += CONCURRENCY) {
      const batch = unknown.slice(start, start + CONCURRENCY);
      fetched.push(...(await Promise.all(batch.map(fetchImage))).flat());
    }
    return fetched;
  };
}

/** What belongs to the images that the snapshot knows: they are not fetched again, so no sweep may take it. */
export interface KnownImages {
  digests: Set<string>;
  /** Names of the pictures. */
  owners: Set<string>;
}

export function knownImages(database: SnapshotDatabase): KnownImages {
  const rows = database
    .prepare<[], { name: string; original: string; plain: string }>(
      'SELECT name, original, plain_digest AS plain FROM asset',
    )
    .all();
  return {
    digests: new Set(rows.flatMap(({ original, plain }) => [original, plain])),
    owners: new Set(rows.map(({ name }) => name)),
  };
}

import { parse } from 'node:path';
import type { MadeFiles } from '../../releases/made-files.ts';
import type { Manifest } from '../../releases/manifest.ts';
import { digestOf, type ObjectStore } from '../../releases/objects.ts';
import { articlesByChange } from '../../src/published/by-change.ts';
import { renditionsOf } from '../../src/published/renditions.ts';
import type { SnapshotDatabase } from '../../src/published/snapshot.ts';
import type { SocialCards } from '../social/card-shelf.ts';
import type { DrawCard } from '../social/draw.ts';
import { ImageError, renditionEncoder } from './encode.ts';
import { originalFinder } from './originals.ts';

export interface LaterParts {
  database: SnapshotDatabase;
  objects: ObjectStore;
  made: MadeFiles;
  draw: DrawCard;
  /** Told of what can't be made; it is not tried again by this process. */
  failed: (path: string, error: ImageError) => void;
}

/** Makes up to so many files that a live release names and does not have. @returns how many were made. */
export type MakeLater = (
  release: Pick<Manifest, 'files' | 'social'>,
  cards: SocialCards,
  signal: AbortSignal,
  atMost?: number,
) => Promise<number>;

/**
 * Makes what a release that is live names and does not have: the forms of its images and its social images, what
 * was published last first. Nobody waits for it: the server lets other files stand in.
 */
export function laterMaker({ database, objects, made, draw, failed }: LaterParts): MakeLater {
  const originalOf = originalFinder(database, objects);
  const settled = new Set<string>();

  const isThere = (path: string): boolean => {
    const file = made.find(path);
    return file !== undefined && objects.has(file.digest, file.size);
  };

  // On the disk before it is told of: who has been told looks no more.
  async function keep(path: string, owner: string, bytes: Buffer, type: string): Promise<void> {
    const digest = digestOf(bytes);
    objects.put(bytes, digest);
    await objects.flush();
    made.put(path, owner, { digest, size: bytes.byteLength, type });
  }

  async function makeSocial(path: string, cards: SocialCards): Promise<number> {
    const card = cards.get(path)?.card;
    if (!card || isThere(path)) return 0;
    const cover = card.cover && originalOf(card.cover.name);
    await keep(path, parse(path).name, await draw(card, cover ? await cover.read() : null), 'image/jpeg');
    return 1;
  }

  async function makeRenditions(name: string, signal: AbortSignal): Promise<number> {
    const original = originalOf(name);
    const missing = original ? renditionsOf(original.picture).filter(({ path }) => !isThere(path)) : [];
    if (!original || missing.length === 0) return 0;
    const encode = await renditionEncoder(await original.read(), original.picture);
    let count = 0;
    for (const rendition of missing) {
      if (signal.aborted) break;
      await keep(rendition.path, name, await encode(rendition), `image/${rendition.format}`);
      count += 1;
    }
    return count;
  }

  /** Paths of what isn't known to be there, in the order in which it is to be made. */
  function queueOf({ files, social }: Parameters<MakeLater>[0], cards: SocialCards): string[] {
    const pictures = Object.keys(files).filter((path) => path.startsWith('/media/'));
    const open = [...Object.keys(social), ...pictures].filter((path) => !settled.has(path));
    if (open.length === 0) return [];
    const ranks = new Map<string, number>();
    articlesByChange(database).forEach(({ locale, id, picture }, rank) => {
      ranks.set(`${locale} ${id}`, rank);
      if (picture !== null && !ranks.has(picture)) ranks.set(picture, rank);
    });
    const rankOf = (path: string): number => {
      const of = cards.get(path)?.of;
      const name = of ? `${of.locale} ${of.id}` : parse(path).name;
      return of?.id === null ? -1 : (ranks.get(name) ?? ranks.size);
    };
    return open
      .map((path) => ({ path, rank: rankOf(path) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ path }) => path);
  }

  return async (release, cards, signal, atMost = Number.POSITIVE_INFINITY) => {
    let count = 0;
    for (const path of queueOf(release, cards)) {
      if (signal.aborted || count >= atMost) break;
      try {
        count += path.startsWith('/social/')
          ? await makeSocial(path, cards)
          : await makeRenditions(parse(path).name, signal);
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        failed(path, error);
      }
      if (!signal.aborted) settled.add(path);
    }
    return count;
  };
}

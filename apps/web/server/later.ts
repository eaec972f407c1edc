import type { FindMade } from '../releases/made-files.ts';
import type { Manifest, ReleaseFile } from '../releases/manifest.ts';
import type { FindKept } from './route.ts';

/** What answers a path that a live release names and whose file is made afterwards. */
export type Later = { kind: 'file'; file: ReleaseFile } | { kind: 'not-yet' };

/** `/media/<name>-<width>.avif` or `.webp`, of which `/media/<name>.jpg` is the plain form. */
const RENDITION = /^(\/media\/[0-9a-f]{20})-\d{1,5}\.(?:avif|webp)$/;

/**
 * The forms of a release's images and its social images: as they were made, or else the file that stands in, which
 * nobody keeps. Browsers look at the type of the answer, not at the ending of the path.
 *
 * @param target path and query as they were sent.
 * @returns undefined when neither the live release nor a kept one names the path.
 */
export function findLater(
  target: string,
  { files, social }: Pick<Manifest, 'files' | 'social'>,
  kept: FindKept,
  made: FindMade,
): Later | undefined {
  if (!target.startsWith('/media/') && !target.startsWith('/social/')) return undefined;
  const [path = ''] = target.split('?', 1);
  const fileAt = (at: string) => (Object.hasOwn(files, at) ? files[at] : kept(at));
  const plain = RENDITION.exec(path)?.[1];
  const isSocial = Object.hasOwn(social, path);
  const standIn = plain ? fileAt(`${plain}.jpg`) : isSocial ? fileAt(social[path] ?? '') : undefined;
  if (!standIn && !isSocial) return undefined;
  const file = made(path);
  if (file) return { kind: 'file', file };
  return standIn ? { kind: 'file', file: { ...standIn, immutable: false } } : { kind: 'not-yet' };
}

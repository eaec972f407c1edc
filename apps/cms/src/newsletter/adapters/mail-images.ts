import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import type { MailBlock } from '../domain/campaign.ts';
import type { InlineImage } from '../rendition.ts';

/** Twice the width of a mail's column, for dense screens. */
const WIDTH = 1104;
const QUALITY = 70;

/**
 * Reads the images of blocks as a mail carries them: JPEG, no wider than shown, without what the file tells of where
 * it was taken.
 *
 * @returns by their address in the library.
 * @throws when a file can't be read.
 */
export async function readMailImages(
  strapi: Core.Strapi,
  blocks: readonly MailBlock[],
): Promise<ReadonlyMap<string, InlineImage>> {
  const urls = new Set(blocks.flatMap((block) => (block.type === 'figure' ? [block.image.url] : [])));
  const images = new Map<string, InlineImage>();
  for (const url of urls) {
    const [path = ''] = url.split('?');
    const made = await sharp(join(strapi.dirs.static.public, path))
      .rotate()
      .resize({ width: WIDTH, withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer();
    const cid = `${createHash('sha256').update(made).digest('hex').slice(0, 32)}@passerelle`;
    images.set(url, { cid, mime: 'image/jpeg', base64: made.toString('base64') });
  }
  return images;
}

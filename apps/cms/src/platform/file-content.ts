import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { ruleError } from './rule-error.ts';

/** Raster formats as sharp names them; AVIF is a kind of HEIF to it. */
const IMAGES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heif: 'image/avif',
};

/** More than this is a picture made to exhaust memory, not to be looked at. */
const LARGEST_IMAGE = 100_000_000;

/**
 * What a file is by its content, whatever its name says: Strapi takes the sender's word for a file whose content
 * it doesn't recognize, such as a page of HTML called `.png`.
 *
 * @returns its media type.
 * @throws file-type for anything but a raster image or a PDF.
 */
export async function contentTypeOf(path: string): Promise<string> {
  if (await isPdf(path)) return 'application/pdf';
  const metadata = await sharp(path, { limitInputPixels: LARGEST_IMAGE })
    .metadata()
    .catch(() => null);
  const type = metadata === null ? undefined : IMAGES[metadata.format];
  const isHeic = metadata?.format === 'heif' && metadata.compression !== 'av1';
  if (type === undefined || isHeic) throw ruleError('file-type');
  return type;
}

async function isPdf(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
    return bytesRead === 5 && buffer.toString('latin1') === '%PDF-';
  } finally {
    await file.close();
  }
}

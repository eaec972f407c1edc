import type { Focus } from '@passerelle/contracts';
import sharp from 'sharp';
import { type Picture, plainForm, type Rendition, renditionWidths } from '../../src/published/renditions.ts';
import { SOCIAL_SIZE } from '../../src/published/social-card.ts';

// One thread for an image: several are made at a time, and the encoders' output depends on how many threads they have.
sharp.concurrency(1);
sharp.cache(false);

/** More than this is a picture made to exhaust memory, not to be looked at; the CMS takes no larger one. */
const LARGEST_IMAGE = 100_000_000;
const LONGEST_SECONDS = 60;

/** JPEG and WebP can do without what AVIF gains by patience; higher effort costs five times the time for a tenth less. */
const QUALITY = {
  plain: { quality: 80, mozjpeg: true },
  webp: { quality: 76, effort: 4 },
  avif: { quality: 55, effort: 2 },
} as const;

/** An original that isn't an image, or is cut short, or is too large. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}

// Turned as the camera was held. Nothing of the metadata goes along: no place, no camera, no profile (colours become sRGB).
const open = (original: Uint8Array) =>
  sharp(original, { limitInputPixels: LARGEST_IMAGE, failOn: 'error' })
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient();

/** Size of an original as it is looked at. @throws ImageError */
export async function measure(original: Uint8Array): Promise<Pick<Picture, 'width' | 'height'>> {
  return await told(async () => (await open(original).metadata()).autoOrient);
}

/** The JPEG that every reader can show; what is transparent becomes white. @throws ImageError */
export async function encodePlain(original: Uint8Array, picture: Picture): Promise<Buffer> {
  const { width } = plainForm(picture);
  return await told(() =>
    open(original).resize({ width }).flatten({ background: '#fff' }).jpeg(QUALITY.plain).toBuffer(),
  );
}

/** The strip of a cover that a social image shows: as wide as that, and so high. @throws ImageError */
export async function coverOfCard(
  original: Uint8Array,
  focus: Focus | null,
  height: number,
): Promise<Buffer> {
  const { width } = SOCIAL_SIZE;
  return await told(async () => {
    const size = (await open(original).metadata()).autoOrient;
    const scale = Math.max(width / size.width, height / size.height);
    const [wide, high] = [Math.ceil(size.width * scale), Math.ceil(size.height * scale)];
    const cut = (whole: number, shown: number, at: number) =>
      Math.round(Math.min(whole - shown, Math.max(0, (whole * at) / 100 - shown / 2)));
    return await open(original)
      .resize(wide, high, { fit: 'fill' })
      .extract({
        left: cut(wide, width, focus?.x ?? 50),
        top: cut(high, height, focus?.y ?? 50),
        width,
        height,
      })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 92 })
      .toBuffer();
  });
}

/** Encodes one rendition after the other. */
export type EncodeRendition = (rendition: Rendition) => Promise<Buffer>;

/** Decodes an original once, for all its renditions. @throws ImageError */
export async function renditionEncoder(original: Uint8Array, picture: Picture): Promise<EncodeRendition> {
  const widest = Math.max(...renditionWidths(picture.width));
  const { data, info } = await told(() =>
    open(original)
      .toColourspace('srgb')
      .resize({ width: widest })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return ({ width, format }) =>
    told(() => {
      const sized = sharp(data, { raw }).timeout({ seconds: LONGEST_SECONDS }).resize({ width });
      return (format === 'avif' ? sized.avif(QUALITY.avif) : sized.webp(QUALITY.webp)).toBuffer();
    });
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ImageError('The image can’t be read.', { cause });
  }
}

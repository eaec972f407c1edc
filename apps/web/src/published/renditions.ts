import type { Focus } from '@passerelle/contracts';

/**
 * The forms an image of the CMS is shown in, told from its size alone: a page names them without waiting for
 * them. The publisher makes them; see `publisher/images`.
 */

/** Raise it when images are to come out differently: every one gets a new name and is made again. */
export const IMAGE_RECIPE = 1;

/** Widths in pixels: a card on a plain screen, a phone or a column on a dense one, a wide page. */
const LADDER = [400, 720, 1_080, 1_440] as const;
const WIDEST = LADDER[3];
const PLAIN_WIDEST = LADDER[2];

/** Best first: a browser takes the first it knows. */
export const RENDITION_FORMATS = ['avif', 'webp'] as const;
export type RenditionFormat = (typeof RENDITION_FORMATS)[number];

/** An image as the snapshot knows it. */
export interface Picture {
  /** Names its content and the recipe. */
  name: string;
  /** Of the original as it is looked at, in pixels. */
  width: number;
  height: number;
}

/** One form of a picture. */
export interface Rendition {
  path: string;
  width: number;
  format: RenditionFormat;
}

/** Widths to make of an image so wide, ascending: none is larger than the image itself. */
export function renditionWidths(width: number): number[] {
  const below = LADDER.filter((step) => step < width);
  return width >= WIDEST ? [...LADDER] : [...below, width];
}

export function renditionsOf({ name, width }: Picture): Rendition[] {
  return RENDITION_FORMATS.flatMap((format) =>
    renditionWidths(width).map((each) => ({
      path: `/media/${name}-${each}.${format}`,
      width: each,
      format,
    })),
  );
}

/** Where the JPEG of a picture is. */
export const plainPath = (name: string) => `/media/${name}.jpg`;

/** The JPEG that every reader can show: part of the release, while the others are made after it is live. */
export function plainForm({ name, width, height }: Picture): { path: string; width: number; height: number } {
  const shown = Math.min(width, PLAIN_WIDEST);
  return { path: plainPath(name), width: shown, height: Math.max(1, Math.round((height * shown) / width)) };
}

/** The value of `srcset` for a format. */
export function srcsetOf(picture: Picture, format: RenditionFormat): string {
  return renditionsOf(picture)
    .filter((rendition) => rendition.format === format)
    .map(({ path, width }) => `${path} ${width}w`)
    .join(', ');
}

/** The frames that crop images on this site are as wide as this to their height of one. */
const FRAME_RATIO = 16 / 9;
/** Positions are told in steps, so that a few classes of a stylesheet can name them all. */
const STEP = 10;

/**
 * Where to hold an image in a 16:9 frame so that its focus is in sight and as near to the middle as can be: a
 * position as `object-position` takes it, in percent, in steps of ten. Only one axis is cropped; it is for that one.
 */
export function cropPosition({ width, height }: Picture, focus: Focus | undefined): number {
  if (!focus) return 50;
  const ratio = width / height;
  const [overflow, at] =
    ratio > FRAME_RATIO ? [ratio / FRAME_RATIO, focus.x / 100] : [FRAME_RATIO / ratio, focus.y / 100];
  if (overflow - 1 < 1e-6) return 50;
  const position = (at * overflow - 0.5) / (overflow - 1);
  return Math.round((Math.min(1, Math.max(0, position)) * 100) / STEP) * STEP;
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** A font of the site, cut out of the one it comes from. */
export interface SiteFont {
  /** Of the file in `src/styles/fonts`. */
  name: string;
  /** Address of the font it is cut out of. */
  from: string;
  /** Whether the signs stay that features lead to: figures of one width for tables, but small capitals and swashes too. */
  withVariants: boolean;
}

/** Weights that the styles ask for, with what lies between. */
const WEIGHTS = { min: 400, max: 700 };

export const SITE_FONTS: readonly SiteFont[] = [
  {
    name: 'serif-latin-normal.woff2',
    from: import.meta.resolve(
      '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    ),
    withVariants: false,
  },
  {
    name: 'sans-latin-normal.woff2',
    from: import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'),
    withVariants: true,
  },
  {
    name: 'sans-latin-italic.woff2',
    from: import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-italic.woff2'),
    withVariants: true,
  },
];

export const fontFile = ({ name }: SiteFont): URL => new URL(`../src/styles/fonts/${name}`, import.meta.url);

/** French and English, with the signs of their typography and the arrows of our links. */
export function siteCharacters(): string {
  const between = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
  const latin1 = between(0x20, 0x7e) + between(0xa0, 0xff);
  return `${latin1}ŒœŸ–—‘’‚“”„†•…‹›⁄€™←→−\u2009\u200b\u2011\u202f`;
}

/** Cuts a font of the site: its characters and weights, with their kerning. WOFF2; the same each time. */
export async function cutFont({ from, withVariants }: SiteFont): Promise<Buffer> {
  const original = await readFile(fileURLToPath(from));
  return await subsetFont(original, siteCharacters(), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
    noLayoutClosure: !withVariants,
  });
}

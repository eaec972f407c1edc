import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Fonts of the social images: files of single weights, as the typesetter reads no variable ones. */
const FILES = [
  {
    name: 'Serif',
    file: import.meta.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff'),
  },
  {
    name: 'Serif Extended',
    file: import.meta.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff'),
  },
  { name: 'Sans', file: import.meta.resolve('@fontsource/figtree/files/figtree-latin-600-normal.woff') },
  {
    name: 'Sans Extended',
    file: import.meta.resolve('@fontsource/figtree/files/figtree-latin-ext-600-normal.woff'),
  },
] as const;

/** Families as styles name them: of two files with one name the typesetter would look into the first alone. */
export const SERIF = 'Serif, Serif Extended';
export const SANS = 'Sans, Sans Extended';

export interface CardFont {
  name: string;
  weight: 600;
  style: 'normal';
  data: Buffer;
}

export const readCardFonts = (): Promise<CardFont[]> =>
  Promise.all(
    FILES.map(async ({ name, file }) => ({
      name,
      weight: 600 as const,
      style: 'normal' as const,
      data: await readFile(fileURLToPath(file)),
    })),
  );

/** What the fonts lack and another character stands for: no-break narrow space and hyphen. */
const SUBSTITUTES: Readonly<Record<string, string>> = { '\u202f': '\u00a0', '\u2011': '-' };

/** The text in characters that the fonts have, as far as these rules go. */
export const withSubstitutes = (text: string): string =>
  text.normalize('NFC').replace(/[\u202f\u2011]/g, (character) => SUBSTITUTES[character] ?? character);

import { mkdir, writeFile } from 'node:fs/promises';
import { cutFont, fontFile, SITE_FONTS } from './subset-fonts.ts';

/** Writes the fonts of the site anew: run it when a typeface is updated, or the styles ask for other weights. */
for (const font of SITE_FONTS) {
  const file = fontFile(font);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, await cutFont(font));
}

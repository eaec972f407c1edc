import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { fr } from '../src/i18n/fr.ts';
import { cutFont, fontFile, SITE_FONTS, siteCharacters } from './subset-fonts.ts';

test.each(SITE_FONTS)('$name is what is cut out of its typeface', async (font) => {
  expect((await readFile(fontFile(font))).equals(await cutFont(font))).toBe(true);
});

test('every character of the site’s own words has its place in the fonts', () => {
  const known = new Set(siteCharacters());
  const written = new Set(wordsOf({ fr, en }).flatMap((words) => [...words]));
  expect([...written].filter((char) => char >= ' ' && !known.has(char))).toEqual([]);
});

/** Every text in a tree of messages; of those that are put together, how. */
function wordsOf(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  if (typeof messages === 'function') return [String(messages)];
  if (typeof messages !== 'object' || messages === null) return [];
  return Object.values(messages).flatMap(wordsOf);
}

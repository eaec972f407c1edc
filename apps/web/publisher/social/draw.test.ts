import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { SOCIAL_SIZE, type SocialCard } from '../../src/published/social-card.ts';
import { cardDrawer } from './draw.ts';

const SEED = resolve(import.meta.dirname, '../../../cms/seed');

const card = (given: Partial<SocialCard> = {}): SocialCard => ({
  template: 1,
  locale: 'fr-CA',
  title: 'Un titre',
  category: 'Études',
  tradeName: 'Passerelle',
  cover: null,
  ...given,
});

/** Draws a card. @returns the image, and the characters that no font had. */
async function drawn(given: Partial<SocialCard>, cover: Uint8Array | null = null) {
  const missing: string[] = [];
  const bytes = await cardDrawer((characters) => missing.push(characters))(card(given), cover);
  return { bytes, missing: missing.join('') };
}

/** Mean difference of two images in a region, of 255. */
async function difference(one: Buffer, other: Buffer, top: number, height: number): Promise<number> {
  const pixels = (bytes: Buffer) =>
    sharp(bytes).extract({ left: 0, top, width: SOCIAL_SIZE.width, height }).raw().toBuffer();
  const [a, b] = [await pixels(one), await pixels(other)];
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

test('it has the size that is announced, as a JPEG of a weight that every messenger takes', async () => {
  const { bytes } = await drawn({});
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', ...SOCIAL_SIZE });
  expect(bytes.byteLength).toBeLessThan(200_000);
});

test('the same card is the same image; another title, category or cover is another', async () => {
  const cover = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const [one, same] = [await drawn({}), await drawn({})];
  expect(one.bytes.equals(same.bytes)).toBe(true);
  const others = [
    await drawn({ title: 'Un autre' }),
    await drawn({ category: 'Travail' }),
    await drawn({ cover: { name: 'a', focus: null } }, cover),
  ];
  for (const other of others) expect(one.bytes.equals(other.bytes)).toBe(false);
});

test('every character of the demo content, and of French and English, has a glyph', async () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789';
  const french = 'àâäæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ «\u00a0»\u202f?\u202f! ’ – — … € % & @ / ( ) º ª ½';
  const names = 'Łódź Győr İstanbul Şişli Nguyễn';
  const titles = readdirSync(join(SEED, 'article')).flatMap((file) =>
    Object.values<unknown>(JSON.parse(readFileSync(join(SEED, 'article', file), 'utf8'))).flatMap((part) =>
      typeof part === 'object' && part !== null && 'title' in part ? [String(part.title)] : [],
    ),
  );
  expect(titles.length).toBeGreaterThan(30);
  const characters = [...new Set([alphabet, french, ...titles].join(''))].join('');
  const { missing } = await drawn({ title: characters, category: characters, tradeName: 'Passerelle' });
  expect(missing).toBe('');
  expect((await drawn({ title: names })).missing).toBe('ễ');
});

test.each(['œ', '«', '»', 'é', 'Œ'])(
  '%s is drawn, and not as the box of a missing glyph',
  async (character) => {
    const [with_, without, other] = [
      await drawn({ title: character.repeat(3) }),
      await drawn({ title: '' }),
      // In the private use area: no font has it.
      await drawn({ title: '\ue000\ue000\ue000' }),
    ];
    expect(other.missing).not.toBe('');
    const [from, high] = [400, 220];
    expect(await difference(with_.bytes, without.bytes, from, high)).toBeGreaterThan(0.3);
    expect(await difference(other.bytes, without.bytes, from, high)).toBeLessThan(0.05);
  },
);

test('a title longer than any ends within the card', async () => {
  const { bytes } = await drawn({ title: 'Régionalisation de l’immigration '.repeat(15) });
  const blank = await drawn({ title: '' });
  expect(await difference(bytes, blank.bytes, 600, 30)).toBeLessThan(0.5);
});

test('markup in a title is text', async () => {
  const { missing, bytes } = await drawn({ title: '<img src=x onerror=alert(1)> & "co"' });
  expect(missing).toBe('');
  expect(await sharp(bytes).metadata()).toMatchObject(SOCIAL_SIZE);
});

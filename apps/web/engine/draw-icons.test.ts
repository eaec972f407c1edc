import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawIcons } from './draw-icons.ts';

const PUBLIC = new URL('../public/', import.meta.url);
const icons = await drawIcons();
const bare = (svg: Buffer) => svg.toString().replaceAll(/[\s;]/g, '');

test('the icons are those that are drawn of the mark as it is now', () => {
  expect(readdirSync(PUBLIC).toSorted()).toEqual(icons.map(({ name }) => name).toSorted());
  for (const { name, bytes } of icons) {
    const kept = readFileSync(new URL(name, PUBLIC));
    // `pnpm icons` writes them anew. The formatter sees to the SVG's white space.
    const isSame = name.endsWith('.svg') ? bare(kept) === bare(bytes) : kept.equals(bytes);
    expect(isSame, name).toBe(true);
  }
});

test.each([
  ['apple-touch-icon.png', 180],
  ['icon-192.png', 192],
  ['icon-512.png', 512],
  ['icon-maskable-512.png', 512],
])('%s is a square of %i without a hole', async (name, size) => {
  const image = sharp(icons.find((icon) => icon.name === name)?.bytes);
  expect(await image.metadata()).toMatchObject({ format: 'png', width: size, height: size });
  expect((await image.stats()).isOpaque).toBe(true);
});

test('favicon.ico holds one picture of 32', async () => {
  const ico = icons.find(({ name }) => name === 'favicon.ico')?.bytes ?? Buffer.alloc(0);
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  const image = ico.subarray(ico.readUInt32LE(18));
  expect(image).toHaveLength(ico.readUInt32LE(14));
  expect(await sharp(image).metadata()).toMatchObject({ width: 32, height: 32 });
});

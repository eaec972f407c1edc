import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { renditionsOf } from '../../src/published/renditions.ts';
import { measure, renditionEncoder } from './encode.ts';

const COVERS = resolve(import.meta.dirname, '../../../cms/seed/media/covers');

/** The lead and six cards. */
const ON_HOME = 7;
const BUDGET = 150_000;

test('a phone 360 wide, two pixels to one, loads at most 150 kB of images for the home page, whichever they are', async () => {
  const files = readdirSync(COVERS).sort();
  expect(files.length).toBeGreaterThan(ON_HOME);
  const heaviest: number[] = [];
  // 92 % of 360, doubled: the form 720 wide is what the browser takes.
  for (const file of files) {
    const original = readFileSync(join(COVERS, file));
    const picture = { name: 'a'.repeat(20), ...(await measure(original)) };
    const wanted = renditionsOf(picture).find(({ width, format }) => width === 720 && format === 'avif');
    if (!wanted) throw new Error(`${file} is too small to judge by.`);
    const encode = await renditionEncoder(original, picture);
    heaviest.push((await encode(wanted)).byteLength);
  }
  const total = heaviest
    .sort((a, b) => b - a)
    .slice(0, ON_HOME)
    .reduce((sum, bytes) => sum + bytes, 0);
  expect(total).toBeLessThan(BUDGET);
});

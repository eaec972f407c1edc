import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropPosition, plainForm, renditionsOf, renditionWidths, srcsetOf } from './renditions.ts';

const NAME = 'a'.repeat(20);
const size = fc.integer({ min: 1, max: 20_000 });
const percent = fc.integer({ min: 0, max: 100 });

test('a large image is made in each width, a small one up to its own', () => {
  expect(renditionWidths(1_600)).toEqual([400, 720, 1_080, 1_440]);
  expect(renditionWidths(1_440)).toEqual([400, 720, 1_080, 1_440]);
  expect(renditionWidths(900)).toEqual([400, 720, 900]);
  expect(renditionWidths(720)).toEqual([400, 720]);
  expect(renditionWidths(16)).toEqual([16]);
});

test('nothing is larger than the image, and no two forms share a path', () => {
  fc.assert(
    fc.property(size, size, (width, height) => {
      const picture = { name: NAME, width, height };
      const renditions = renditionsOf(picture);
      expect(Math.max(...renditions.map((one) => one.width))).toBeLessThanOrEqual(width);
      expect(plainForm(picture).width).toBeLessThanOrEqual(width);
      const paths = [...renditions.map(({ path }) => path), plainForm(picture).path];
      expect(new Set(paths).size).toBe(paths.length);
    }),
  );
});

test('a srcset names each width of its format', () => {
  const picture = { name: NAME, width: 500, height: 300 };
  expect(srcsetOf(picture, 'webp')).toBe(`/media/${NAME}-400.webp 400w, /media/${NAME}-500.webp 500w`);
});

test('the focus is in sight wherever it is, in images up to six times as long as they are wide', () => {
  const side = fc.integer({ min: 200, max: 1_600 });
  fc.assert(
    fc.property(side, side, percent, percent, (width, height, x, y) => {
      // Beyond, half a step of the position is more than half of the frame.
      fc.pre(height <= 6 * width);
      const position = cropPosition({ name: NAME, width, height }, { x, y }) / 100;
      // As the browser does it: the image covers the frame, and that share of what hangs over is cut off before it.
      const scale = Math.max(16 / width, 9 / height);
      const left = (width * scale - 16) * position;
      const top = (height * scale - 9) * position;
      const [shownX, shownY] = [(width * scale * x) / 100 - left, (height * scale * y) / 100 - top];
      expect(shownX).toBeGreaterThanOrEqual(-1e-9);
      expect(shownX).toBeLessThanOrEqual(16 + 1e-9);
      expect(shownY).toBeGreaterThanOrEqual(-1e-9);
      expect(shownY).toBeLessThanOrEqual(9 + 1e-9);
    }),
  );
});

test('without a focus, and where nothing is cut, the middle is held', () => {
  expect(cropPosition({ name: NAME, width: 400, height: 900 }, undefined)).toBe(50);
  expect(cropPosition({ name: NAME, width: 1_600, height: 900 }, { x: 0, y: 100 })).toBe(50);
  expect(cropPosition({ name: NAME, width: 900, height: 900 }, { x: 50, y: 0 })).toBe(0);
});

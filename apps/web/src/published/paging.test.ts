import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighboursOf, numberedPages, spanOf } from './paging.ts';

const total = fc.integer({ min: 0, max: 500 });
const size = fc.integer({ min: 1, max: 30 });

test('the pages hold every article once, newest first', () => {
  fc.assert(
    fc.property(total, size, (n, s) => {
      const spans = [null, ...numberedPages(n, s)].map((page) => spanOf(page, n, s));
      const indexes = spans.flatMap((span) =>
        span ? Array.from({ length: span.end - span.start }, (_, i) => span.end - 1 - i) : [],
      );
      expect(indexes).toEqual(Array.from({ length: n }, (_, i) => n - 1 - i));
    }),
  );
});

test('a new article changes no numbered page', () => {
  fc.assert(
    fc.property(total, size, (n, s) => {
      for (const page of numberedPages(n, s)) expect(spanOf(page, n + 1, s)).toEqual(spanOf(page, n, s));
    }),
  );
});

test('the first page is never shorter than a full one, once there are enough articles', () => {
  fc.assert(
    fc.property(total, size, (n, s) => {
      const first = spanOf(null, n, s);
      const length = first ? first.end - first.start : 0;
      expect(length).toBeGreaterThanOrEqual(Math.min(n, s));
      expect(length).toBeLessThan(2 * s);
    }),
  );
});

test('following "older" from the first page meets every page, and "newer" leads back', () => {
  fc.assert(
    fc.property(total, size, (n, s) => {
      const walked: number[] = [];
      let page: number | null = neighboursOf(null, n, s).older;
      while (page !== null) {
        walked.push(page);
        const { newer, older } = neighboursOf(page, n, s);
        expect(newer).toBe(walked.length === 1 ? 'first' : page + 1);
        page = older;
      }
      expect(walked).toEqual(numberedPages(n, s));
    }),
  );
});

test('a page that is not there has no span', () => {
  expect(spanOf(0, 40, 8)).toBeUndefined();
  expect(spanOf(5, 40, 8)).toBeUndefined();
  expect(spanOf(1.5, 40, 8)).toBeUndefined();
});

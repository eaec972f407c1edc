import { expect, test } from 'vitest';
import { missingAlternatives } from './alternative-texts.ts';

const cover = { url: '/uploads/a.png' };
const paths = (row: object) => missingAlternatives(row).map(({ path }) => path.join('.'));

test('an image has words or is marked as decorative', () => {
  expect(paths({ cover, coverAlt: null, coverDecorative: null })).toEqual(['coverAlt']);
  expect(paths({ cover, coverAlt: '  ', coverDecorative: false })).toEqual(['coverAlt']);
  expect(paths({ cover, coverAlt: 'Un pont' })).toEqual([]);
  expect(paths({ cover, coverAlt: null, coverDecorative: true })).toEqual([]);
  expect(paths({ cover: null, coverAlt: null })).toEqual([]);
});

test('each figure of the body is named by its place', () => {
  const figure = { __component: 'blocks.figure', image: cover };
  const body = [
    { __component: 'blocks.rich-text', content: [] },
    { ...figure, alt: null },
    { ...figure, alt: 'Une carte' },
    { ...figure, decorative: true },
    { ...figure, alt: '' },
  ];
  expect(paths({ body })).toEqual(['body.1.alt', 'body.4.alt']);
});

test('what has no image is left alone', () => {
  expect(missingAlternatives({ title: 'Études' })).toEqual([]);
});

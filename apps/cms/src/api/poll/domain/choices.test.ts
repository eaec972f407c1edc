import { expect, test } from 'vitest';
import { placesOf } from './choices.ts';

const choice = { keys: ['a', 'b', 'c'], min: 1, max: 2 };

test('a ballot chooses places', () => {
  expect(placesOf(choice, ['c'])).toEqual([2]);
  expect(placesOf(choice, ['b', 'a'])).toEqual([1, 0]);
});

test.each([
  ['an option of another poll', ['a', 'd']],
  ['too many', ['a', 'b', 'c']],
  ['none', []],
])('%s is no ballot', (_, choices) => {
  expect(placesOf(choice, choices)).toBeNull();
});

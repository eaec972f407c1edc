import { expect, it } from 'vitest';
import { shortcutOf, stepTo } from './shortcuts.ts';

it('knows four keys', () => {
  const pressed = ['j', 'k', '/', '?', 'J', 'Enter', 'x'];
  expect(pressed.map((key) => shortcutOf({ key, modified: false, typing: false }))).toEqual([
    'next',
    'previous',
    'search',
    'help',
    null,
    null,
    null,
  ]);
});

it('is silent while somebody types, and leaves the browser its own', () => {
  expect(shortcutOf({ key: 'j', modified: false, typing: true })).toBeNull();
  expect(shortcutOf({ key: 'k', modified: true, typing: false })).toBeNull();
});

it('steps from the first to the last, and stays there', () => {
  expect(stepTo(-1, 'next', 3)).toBe(0);
  expect(stepTo(-1, 'previous', 3)).toBe(0);
  expect(stepTo(2, 'next', 3)).toBe(2);
  expect(stepTo(2, 'previous', 3)).toBe(1);
});

import { expect, test } from 'vitest';
import { typedText } from './typed-text.ts';

test('gives back what was typed in that version, once', () => {
  const text = typedText();
  text.keep('article/a/en-CA', { title: 'Hello' });
  expect(text.take('article/a/en-CA')).toEqual({ title: 'Hello' });
  expect(text.take('article/a/en-CA')).toBeUndefined();
});

test('never puts one version’s text into another', () => {
  const text = typedText();
  text.keep('article/a/en-CA', { title: 'Hello' });
  expect(text.take('article/b/en-CA')).toBeUndefined();
  expect(text.take('article/a/en-CA')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { guardFieldsOf } from './sent-fields.ts';

it('a key that is none counts as no key', () => {
  const form = new FormData();
  form.set('key', 'x');
  form.set('website', 'x');
  expect(guardFieldsOf(form)).toEqual({ key: null, trap: 'x', token: null, proof: null });
});

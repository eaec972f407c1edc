import { expect, test } from 'vitest';
import { describedBy, idOf, invalid } from './field-ids.ts';

test('a control is described by what there is, hint first', () => {
  expect(describedBy({ name: 'a', hint: 'H', error: 'E' })).toBe('a-hint a-error');
  expect(describedBy({ name: 'a', id: 'b', error: 'E' })).toBe('b-error');
  expect(describedBy({ name: 'a', hint: '', error: null })).toBeUndefined();
  expect(describedBy({ name: 'a', hint: 'H', error: 'E' }, false, 'a-limit')).toBe('a-hint a-limit a-error');
});

test('its id is its name, unless it has one of its own', () => {
  expect(idOf({ name: 'a' })).toBe('a');
  expect(idOf({ name: 'a', id: 'b' })).toBe('b');
});

test('it is invalid only with a fault', () => {
  expect(invalid({ error: 'E' })).toBe('true');
  expect(invalid({ error: null })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { isTyped, preferencesOf, wishOf } from './manage-form.ts';

const TOPIC = 'abcdefghijklmnopqrstuvwx';
const PROGRAMME = 'bcdefghijklmnopqrstuvwxy';
const NOW = new Date('2026-11-25T03:30:00Z');

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
const read = (fields: Record<string, string>, pausedUntil: string | null = null) =>
  preferencesOf(
    formOf({
      topics: TOPIC,
      programmes: PROGRAMME,
      frequency: 'monthly',
      language: 'en-CA',
      pause: 'none',
      ...fields,
    }),
    { topics: new Set([TOPIC]), programmes: new Set([PROGRAMME]) },
    { pausedUntil },
    NOW,
  );

test('preferences are read as they are offered', () => {
  expect(read({})).toEqual({
    topics: [TOPIC],
    programmes: [PROGRAMME],
    frequency: 'monthly',
    locale: 'en-CA',
    pausedUntil: null,
  });
});

test('a pause ends on a day of the newsroom', () => {
  expect(read({ pause: '14' })?.pausedUntil).toBe('2026-12-08');
  expect(read({ pause: 'keep' }, '2027-01-10T05:00:00.000Z')?.pausedUntil).toBe('2027-01-10');
  expect(read({ pause: 'keep' })?.pausedUntil).toBeNull();
});

test.each([
  { topics: 'x' },
  { programmes: TOPIC },
  { frequency: 'hourly' },
  { language: 'de-DE' },
  { pause: '9999' },
  { pause: '' },
])('%j is not offered', (fields) => {
  expect(read(fields)).toBeNull();
});

test('one word erases', () => {
  expect(isTyped(formOf({ word: ' effacer ' }), 'EFFACER')).toBe(true);
  expect(isTyped(formOf({ word: 'efface' }), 'EFFACER')).toBe(false);
  expect(isTyped(formOf({}), 'EFFACER')).toBe(false);
  expect(wishOf(formOf({ do: 'erase' }))).toBe('erase');
  expect(wishOf(formOf({ do: 'constructor' }))).toBeNull();
});

import { expect, test } from 'vitest';
import { startInFrench } from './start-in-french.ts';

function storageOf(entries: Record<string, string>) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('a browser that knows no language begins in French', () => {
  const storage = storageOf({});
  startInFrench(storage);
  expect([...storage.kept.values()]).toEqual(['fr']);
});

test('a language that was chosen stays', () => {
  const storage = storageOf({ 'strapi-admin-language': 'en' });
  startInFrench(storage);
  expect(storage.kept.get('strapi-admin-language')).toBe('en');
});

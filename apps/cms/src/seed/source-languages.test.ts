import { join } from 'node:path';
import { sourceSchema } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import { readSeedFiles } from './seed-files.ts';
import { SEED_TYPES } from './seed-schemas.ts';

/**
 * The demonstration's sources say their language: all do, for nearly all stand on French and on English pages,
 * and a title is foreign on one of the two.
 */

const files = readSeedFiles(join(import.meta.dirname, '../../seed'));

function sourcesIn(value: unknown): { title: string; lang?: string | undefined }[] {
  if (typeof value !== 'object' || value === null) return [];
  const source = sourceSchema.safeParse(value);
  return source.success ? [source.data] : Object.values(value).flatMap(sourcesIn);
}
const sources = SEED_TYPES.flatMap((type) => [...files[type].values()]).flatMap(({ content }) =>
  sourcesIn(content),
);

// French names of Québec's programmes stand in English titles as they are: English words decide.
const ENGLISH = /\b(?:the|of|for|and|to|from|about|your|how|what|step|rounds?|issues|invites|opens|work)\b/i;
const FRENCH = /\b(?:le|la|les|des|du|de|au|aux|pour|un|une|et|sur|en)\b|[dlnsqu]’/iu;
const isEnglish = (title: string) => ENGLISH.test(title);
const isFrench = (title: string) => FRENCH.test(title) && !isEnglish(title);

it('there is something to look at', () => {
  expect(sources.filter(({ title }) => isEnglish(title)).length).toBeGreaterThan(30);
  expect(sources.filter(({ title }) => isFrench(title)).length).toBeGreaterThan(30);
});

describe('every source of the demonstration', () => {
  it('says its language', () => {
    expect(sources.filter(({ lang }) => lang !== 'fr' && lang !== 'en')).toEqual([]);
  });

  it('says the right one', () => {
    expect(sources.filter(({ title, lang }) => isEnglish(title) && lang !== 'en')).toEqual([]);
    expect(sources.filter(({ title, lang }) => isFrench(title) && lang !== 'fr')).toEqual([]);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeedFiles, type SeedFile } from './seed-files.ts';
import { SEED_TYPES, type SeedType } from './seed-schemas.ts';

/** The demonstration's documents are at least as good in French as in English (Q4). Articles may be French alone. */

const files = readSeedFiles(join(import.meta.dirname, '../../seed'));
const documents: SeedFile[] = SEED_TYPES.flatMap((type) => [...files[type].values()]);

/** What has an English page, or stands on every English page. */
const IN_BOTH: readonly SeedType[] = [
  'author',
  'category',
  'tag',
  'programme',
  'poll',
  'page',
  'consultant',
  'organization',
  'guide',
  'consent-text',
];

type Texts = [path: string, text: string][];

/** Every text a reader gets, with its place; addresses, codes and keys are none, and a source is named as it names itself. */
function textsOf(value: unknown, path = ''): Texts {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}
const isSpoken = (path: string) =>
  !/\.(?:slug|href|url|type|tone|key|email|image|lang)$|\.source\./.test(path);

function renditionsOf({ content }: SeedFile): { french: unknown; english: unknown } | null {
  if (!('fr-CA' in content) || content['en-CA'] === undefined) return null;
  return { french: content['fr-CA'], english: content['en-CA'] };
}

const translated = documents.flatMap((file) => {
  const renditions = renditionsOf(file);
  return renditions === null ? [] : [{ name: `${file.type}/${file.key}`, ...renditions }];
});

/** Names of institutions and documents, which the two languages share. */
const NAME = /^(?:Ministère|Tribunal|Échelle|Niveaux|Passerelle –)[^.;:!?]*(?:inc\.)?$/u;
const isSentence = (text: string) => /\p{L}{2,}\s+\p{L}{2,}\s+\p{L}{2,}/u.test(text) && !NAME.test(text);

it('there is something to look at', () => {
  expect(translated.length).toBeGreaterThan(30);
});

it.each(IN_BOTH)('every %s is there in both languages', (type) => {
  const alone = [...files[type].values()].filter((file: SeedFile) => renditionsOf(file) === null);
  expect(alone.map(({ key }) => key)).toEqual([]);
});

describe.each(translated)('$name', ({ french, english }) => {
  it('leaves no text out in French that is there in English', () => {
    const said = new Map(textsOf(french));
    const lost = textsOf(english).filter(
      ([path, text]) =>
        isSpoken(path) && !path.startsWith('.body') && text.trim() !== '' && !said.get(path)?.trim(),
    );
    expect(lost).toEqual([]);
  });

  it('has no sentence left in the other language', () => {
    const there = new Set(textsOf(french).map(([, text]) => text));
    const same = textsOf(english).filter(
      ([path, text]) => isSpoken(path) && isSentence(text) && there.has(text),
    );
    expect(same).toEqual([]);
  });
});

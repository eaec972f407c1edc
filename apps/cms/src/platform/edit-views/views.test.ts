import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inEnglish, pairs } from './i18n/french-to-english.ts';
import { en } from './i18n/labels-en.ts';
import { fr } from './i18n/labels-fr.ts';
import { views } from './views.ts';
import { EDIT_VIEW_UIDS, wishesFor } from './wishes.ts';

const sources = join(import.meta.dirname, '../..');
const schemaSchema = z.object({
  kind: z.string().optional(),
  attributes: z.record(z.string(), z.object({ type: z.string() })),
});

/** Every content type and component of ours, as Strapi reads them. */
const schemas = new Map(
  readdirSync(sources, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const type = /^api\/[\w-]+\/content-types\/([\w-]+)\/schema\.json$/.exec(file)?.[1];
    const component = /^components\/([\w-]+)\/[\w-]+\.json$/.exec(file)?.[1];
    if (type === undefined && component === undefined) return [];
    const uid = type ? `api::${type}.${type}` : `${component}.${basename(file, '.json')}`;
    return [[uid, schemaSchema.parse(JSON.parse(readFileSync(join(sources, file), 'utf8')))] as const];
  }),
);

const WHOLE_ROW_TYPES = ['dynamiczone', 'component', 'json', 'richtext', 'blocks'];
/** What a list can't show. */
const UNLISTED_TYPES = ['json', 'richtext', 'dynamiczone', 'blocks'];

test('every content type and component has its view', () => {
  expect([...EDIT_VIEW_UIDS].sort()).toEqual([...schemas.keys()].sort());
});

test.each(EDIT_VIEW_UIDS)('%s: every field is named in both languages and has its place', (uid) => {
  const attributes = schemas.get(uid)?.attributes ?? {};
  const fields = Object.keys(attributes).sort();
  expect(Object.keys(fr[uid]).sort()).toEqual(fields);
  expect(Object.keys(en[uid]).sort()).toEqual(fields);
  expect(views[uid].edit.flatMap((row) => Object.keys(row)).sort()).toEqual(fields);
});

test.each(EDIT_VIEW_UIDS)('%s: the form and the list are ones Strapi accepts', (uid) => {
  const { attributes, kind } = schemas.get(uid) ?? { attributes: {} };
  for (const row of views[uid].edit) {
    const cells = Object.entries<number>(row);
    expect(cells.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(12);
    for (const [field, size] of cells) {
      if (WHOLE_ROW_TYPES.includes(attributes[field]?.type ?? '')) expect(size).toBe(12);
    }
  }
  const wishes = wishesFor(uid);
  expect(wishes.has('layouts.list')).toBe(kind === 'collectionType');
  for (const column of z.array(z.string()).parse(wishes.get('layouts.list') ?? [])) {
    expect(UNLISTED_TYPES).not.toContain(attributes[column]?.type);
  }
});

test('one French text has one English text, whatever field it names', () => {
  for (const [french, english] of pairs()) expect(inEnglish(french)).toBe(english);
  expect(inEnglish('Écrit à la main')).toBe('Écrit à la main');
});

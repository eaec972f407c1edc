import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Entry, entrySchema, LOCALES } from '@passerelle/contracts';
import { z } from 'zod';
import { documentId } from './entries.ts';

const SEED = resolve(import.meta.dirname, '../../../cms/seed');

/**
 * The demo content as the CMS would give it, read from the seed's own files. Markdown stays as plain text without
 * its signs: what it says is the same.
 */
export function demoContent(): Entry[] {
  return [
    ...filesOf('article', articleEntry),
    ...filesOf('page', pageEntry),
    ...filesOf('programme', plainEntry),
    ...filesOf('term', termEntry),
    ...filesOf('poll', pollEntry),
    ...filesOf('category', plainEntry),
    ...filesOf('organization', plainEntry),
    ...filesOf('consultant', consultantEntry),
  ];
}

type Fields = Record<string, unknown>;
const fieldsSchema = z.record(z.string(), z.unknown());
const blocksSchema = z.array(z.looseObject({ type: z.string(), markdown: z.array(z.string()).optional() }));
const keysSchema = z.array(z.string());

/** Makes the fields that an entry has besides those that are the seed's own. */
type Make = (key: string, shared: Fields, text: Fields) => Fields;

function filesOf(kind: string, make: Make): Entry[] {
  const folder = join(SEED, kind);
  return readdirSync(folder).flatMap((name) => {
    const key = basename(name, '.json');
    const shared = fieldsSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return LOCALES.flatMap((locale) => {
      const text = fieldsSchema.optional().parse(shared[locale]);
      if (text === undefined) return [];
      const identity = { kind, documentId: documentId(key), locale };
      return [entrySchema.parse({ ...identity, ...make(key, shared, text) })];
    });
  });
}

function articleEntry(_: string, shared: Fields, text: Fields): Fields {
  const ids = (value: unknown) => keysSchema.parse(value).map(documentId);
  return {
    ...shared,
    ...text,
    body: bodyOf(text.body),
    cover: null,
    category: typeof shared.category === 'string' ? documentId(shared.category) : null,
    tags: ids(shared.tags),
    authors: ids(shared.authors),
    programmes: ids(shared.programmes),
    supersededBy: typeof shared.supersededBy === 'string' ? documentId(shared.supersededBy) : null,
    pinnedRelated: [],
    modifiedAt: shared.publishedAt,
  };
}

const pageEntry: Make = (_key, _shared, text) => ({
  ...text,
  body: bodyOf(text.body),
  modifiedAt: '2026-05-04T13:00:00.000Z',
});

const plainEntry: Make = (_key, shared, text) => ({ ...shared, ...text });

const consultantEntry: Make = (_key, shared, text) => ({
  ...shared,
  ...text,
  recognition: { ...fieldsSchema.parse(shared.recognition), state: 'valid' },
  photo: null,
});

const termEntry: Make = (_key, shared, text) => ({
  ...shared,
  ...text,
  definition: keysSchema.parse(text.definition).map(paragraph),
  programme: typeof shared.programme === 'string' ? documentId(shared.programme) : null,
});

const pollEntry: Make = (_key, shared, text) => ({
  min: 1,
  max: 1,
  ...shared,
  ...text,
  state: 'upcoming',
  final: null,
});

function bodyOf(blocks: unknown) {
  return blocksSchema
    .parse(blocks)
    .filter(({ type }) => type !== 'poll' && type !== 'figure')
    .map(({ markdown, ...block }) => ({
      ...(block.type === 'call-to-action' ? { quebec: true } : {}),
      ...block,
      ...(markdown ? { content: markdown.map(paragraph) } : {}),
    }));
}

const paragraph = (markdown: string) => ({
  type: 'paragraph',
  children: [
    { type: 'text', text: markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*#>]+|^- /gm, '') },
  ],
});

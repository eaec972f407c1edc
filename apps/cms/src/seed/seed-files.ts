import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MarkdownError, markdownToBlocks } from './markdown.ts';
import { SEED_TYPES, type SeedBlock, type SeedOf, type SeedType, seedSchemas } from './seed-schemas.ts';

/** Something a person has to put right in a seed file: which file, where in it, and what is wrong. */
export interface SeedProblem {
  file: string;
  path: string;
  problem: string;
}

/** Lists everything that is wrong with the seed; nothing has been written. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  readonly problems: readonly SeedProblem[];

  constructor(problems: readonly SeedProblem[]) {
    super(
      problems
        .map(({ file, path, problem }) => `${file}${path === '' ? '' : ` › ${path}`}: ${problem}`)
        .join('\n'),
    );
    this.problems = problems;
  }
}

/** A parsed file of `seed/<type>/<key>.json`. */
export interface SeedFile<T extends SeedType = SeedType> {
  type: T;
  key: string;
  /** SHA-256 of the file and of the media it shows. */
  digest: string;
  content: SeedOf<T>;
}

export type SeedFiles = { [T in SeedType]: Map<string, SeedFile<T>> };

/** Reads and checks every file of a seed folder. @throws {SeedError} */
export function readSeedFiles(folder: string): SeedFiles {
  const problems: SeedProblem[] = [];
  const files = {} as SeedFiles;
  for (const type of SEED_TYPES) readType(folder, type, files, problems);
  if (problems.length === 0) problems.push(...checkReferences(folder, files));
  if (problems.length > 0) throw new SeedError(problems);
  return files;
}

function readType<T extends SeedType>(
  folder: string,
  type: T,
  files: { [K in T]: Map<string, SeedFile<T>> },
  problems: SeedProblem[],
): void {
  const found = new Map<string, SeedFile<T>>();
  files[type] = found;
  const typeFolder = join(folder, type);
  if (!existsSync(typeFolder)) return;
  for (const name of readdirSync(typeFolder).sort()) {
    if (!name.endsWith('.json')) continue;
    const file = `${type}/${name}`;
    const text = readFileSync(join(typeFolder, name), 'utf8');
    const parsed = seedSchemas[type].safeParse(parseJson(text, file, problems));
    if (parsed.success) {
      const content = parsed.data as SeedOf<T>;
      const digest = digestOf(text, folder, mediaOf({ type, content }));
      const key = basename(name, '.json');
      found.set(key, { type, key, digest, content });
    } else if (!problems.some((problem) => problem.file === file)) {
      problems.push(
        ...parsed.error.issues.map((issue) => ({ file, path: issue.path.join('.'), problem: issue.message })),
      );
    }
  }
}

function parseJson(text: string, file: string, problems: SeedProblem[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.push({ file, path: '', problem: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

function digestOf(text: string, folder: string, media: readonly string[]): string {
  const hash = createHash('sha256').update(text);
  for (const image of media) {
    const file = join(folder, 'media', image);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The media files a seed document shows. */
export function mediaOf({ type, content }: { type: SeedType; content: unknown }): string[] {
  if (type !== 'article' && type !== 'page') return [];
  const entry = content as SeedOf<'article'> | SeedOf<'page'>;
  const cover = 'cover' in entry && entry.cover !== null ? [entry.cover] : [];
  return [...cover, ...bodiesOf(entry).flatMap((block) => (block.type === 'figure' ? [block.image] : []))];
}

function bodiesOf(entry: SeedOf<'article'> | SeedOf<'page'>): SeedBlock[] {
  return [...entry['fr-CA'].body, ...(entry['en-CA']?.body ?? [])];
}

function checkReferences(folder: string, files: SeedFiles): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const entries = [...files.article.values(), ...files.page.values()];
  for (const entry of entries) {
    const file = `${entry.type}/${entry.key}.json`;
    for (const image of mediaOf(entry)) {
      if (!existsSync(join(folder, 'media', image))) {
        problems.push({ file, path: image, problem: `seed/media/${image} does not exist` });
      }
    }
    for (const { path, type, key } of referencesOf(entry)) {
      if (!files[type].has(key)) {
        problems.push({ file, path, problem: `seed/${type}/${key}.json does not exist` });
      }
    }
    problems.push(...markdownProblems(file, bodiesOf(entry.content).flatMap(markdownOf)));
  }
  for (const { type, key, content } of [...files.round.values(), ...files.term.values()]) {
    const file = `${type}/${key}.json`;
    if (content.programme !== null && !files.programme.has(content.programme)) {
      const problem = `seed/programme/${content.programme}.json does not exist`;
      problems.push({ file, path: 'programme', problem });
    }
  }
  for (const { key, content } of files.term.values()) {
    const definitions = [...content['fr-CA'].definition, ...(content['en-CA']?.definition ?? [])];
    problems.push(...markdownProblems(`term/${key}.json`, definitions));
  }
  for (const { key, content } of files.guide.values()) {
    const pages = [content['fr-CA'], content['en-CA']].flatMap((text) => text?.pages ?? []);
    problems.push(
      ...markdownProblems(
        `guide/${key}.json`,
        pages.flatMap(({ body }) => body),
      ),
    );
  }
  for (const { key, content } of files['consent-text'].values()) {
    const texts = [...content['fr-CA'].text, ...(content['en-CA']?.text ?? [])];
    problems.push(...markdownProblems(`consent-text/${key}.json`, texts));
  }
  return problems;
}

function referencesOf(entry: SeedFile<'article'> | SeedFile<'page'>) {
  const references: { path: string; type: SeedType; key: string }[] = bodiesOf(entry.content).flatMap(
    (block) => (block.type === 'poll' ? [{ path: 'body', type: 'poll' as const, key: block.poll }] : []),
  );
  if (entry.type !== 'article') return references;
  const { category, tags, authors, programmes, supersededBy, pinnedRelated } =
    entry.content as SeedOf<'article'>;
  const add = (path: string, type: SeedType, keys: readonly (string | null)[]) => {
    for (const key of keys) if (key !== null) references.push({ path, type, key });
  };
  add('category', 'category', [category]);
  add('tags', 'tag', tags);
  add('authors', 'author', authors);
  add('programmes', 'programme', programmes);
  add('supersededBy', 'article', [supersededBy]);
  add('pinnedRelated', 'article', pinnedRelated);
  return references;
}

function markdownOf(block: SeedBlock): readonly string[] {
  return 'markdown' in block ? block.markdown : [];
}

function markdownProblems(file: string, texts: readonly string[]): SeedProblem[] {
  return texts.flatMap((markdown) => {
    try {
      markdownToBlocks(markdown);
      return [];
    } catch (error) {
      if (error instanceof MarkdownError) return [{ file, path: 'body', problem: error.message }];
      throw error;
    }
  });
}

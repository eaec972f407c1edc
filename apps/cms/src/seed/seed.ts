import { LOCALES, type Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { contentDigest } from '../api/site/adapters/content-digest.ts';
import { siteKind } from '../api/site/domain/kinds.ts';
import { seedDesk } from './adapters/seed-desk.ts';
import { type SeedDocumentResult, writeSeedDocument } from './adapters/seed-documents.ts';
import { uploadMedia } from './adapters/seed-media.ts';
import { hasVoters, stateCount } from './adapters/seed-polls.ts';
import { readSeeded, rememberSeeded, type SeededDocument } from './adapters/seed-store.ts';
import { readDeskSeed } from './desk-files.ts';
import { fieldsOf, type Resolver } from './seed-fields.ts';
import { mediaOf, readSeedFiles, type SeedFile, type SeedFiles } from './seed-files.ts';
import { SEED_TYPES, type SeedType } from './seed-schemas.ts';

/** What became of one file. `kept`: an editor has changed or deleted the document since, and it stays so. */
export type SeedOutcome = 'created' | 'updated' | 'unchanged' | 'kept';

export interface SeedReport {
  counts: Record<SeedOutcome, number>;
  /** `type/key` of the documents that were kept as the editors have them. */
  kept: string[];
}

export interface SeedOptions {
  /** Holds one folder per content type, and `media`. */
  folder: string;
  /** Overwrites what editors have changed. */
  force: boolean;
  /** Hears of each document as it is written. */
  onProgress?: (document: string, outcome: SeedOutcome) => void;
}

/**
 * Writes the seed's documents, published, French before English. A file that hasn't changed writes nothing.
 *
 * @throws {SeedError} listing every mistake in the files, before anything is written.
 */
export async function seed(strapi: Core.Strapi, options: SeedOptions): Promise<SeedReport> {
  const files = readSeedFiles(options.folder);
  const desk = readDeskSeed(options.folder);
  const seeded = await readSeeded(strapi);
  if (seeded.size === 0) await seedDesk(strapi, desk);
  const report: SeedReport = { counts: { created: 0, updated: 0, unchanged: 0, kept: 0 }, kept: [] };
  const pending: PendingFile[] = [];
  for (const type of SEED_TYPES) {
    for (const file of files[type].values()) {
      const earlier = seeded.get(nameOf(file));
      const state = earlier ? await stateOf(strapi, file, earlier) : 'new';
      if (state === 'kept' && !options.force) {
        report.counts.kept += 1;
        report.kept.push(nameOf(file));
      } else if (state === 'unchanged') {
        report.counts.unchanged += 1;
      } else {
        pending.push({ file, earlier });
      }
    }
  }
  const media = await uploadMedia(
    strapi,
    options.folder,
    pending.flatMap(({ file }) => mediaOf(file)),
  );
  const resolve = resolver(files, seeded, media);
  const created = new Set<string>();
  for (const { file, earlier } of pending) {
    const outcome = await write(strapi, { file, earlier, isNew: false }, resolve, seeded);
    if (outcome === 'created') created.add(nameOf(file));
    report.counts[outcome] += 1;
    options.onProgress?.(nameOf(file), outcome);
  }
  for (const file of referringAhead(pending)) {
    const again = { file, earlier: seeded.get(nameOf(file)), isNew: created.has(nameOf(file)) };
    await write(strapi, again, resolve, seeded);
  }
  return report;
}

/** A file to write, and what an earlier seed made of it. */
interface PendingFile {
  file: SeedFile;
  earlier: SeededDocument | undefined;
}

function nameOf({ type, key }: { type: string; key: string }): string {
  return `${type}/${key}`;
}

async function stateOf(strapi: Core.Strapi, file: SeedFile, earlier: SeededDocument) {
  const now = await contentDigest(strapi, siteKind(file.type).uid, earlier.documentId);
  if (now !== earlier.contentDigest) return 'kept';
  if (earlier.fileDigest === file.digest) return 'unchanged';
  // People have voted on what it says.
  if (isPoll(file) && (await hasVoters(strapi, earlier.documentId, file.content))) return 'kept';
  return 'changed';
}

function resolver(
  files: SeedFiles,
  seeded: ReadonlyMap<string, SeededDocument>,
  media: ReadonlyMap<string, number>,
): Resolver {
  const exists = (type: SeedType, key: string, locale: Locale) => {
    const content = files[type].get(key)?.content;
    return (
      content !== undefined && locale in content && content[locale as keyof typeof content] !== undefined
    );
  };
  return {
    documents: (type, keys, locale) =>
      keys.flatMap((key) =>
        exists(type, key, locale) ? (seeded.get(`${type}/${key}`)?.documentId ?? []) : [],
      ),
    media(path) {
      const id = media.get(path);
      if (id === undefined) throw new Error(`seed/media/${path} was not uploaded`);
      return id;
    },
  };
}

async function write(
  strapi: Core.Strapi,
  { file, earlier, isNew }: PendingFile & { isNew: boolean },
  resolve: Resolver,
  seeded: Map<string, SeededDocument>,
): Promise<'created' | 'updated'> {
  const renditions = LOCALES.map((locale) => ({
    locale,
    fields: fieldsOf(file.type, file.content, locale, resolve),
  }));
  return strapi.db.transaction(async () => {
    const result: SeedDocumentResult = await writeSeedDocument(strapi, siteKind(file.type), {
      documentId: earlier?.documentId,
      renditions,
      isNew,
      beforePublication: async (documentId) => {
        if (isPoll(file)) await stateCount(strapi, documentId, file.content);
      },
    });
    await remember(strapi, file, result.documentId, seeded);
    return result.created ? 'created' : 'updated';
  });
}

async function remember(
  strapi: Core.Strapi,
  file: SeedFile,
  documentId: string,
  seeded: Map<string, SeededDocument>,
): Promise<void> {
  const digest = await contentDigest(strapi, siteKind(file.type).uid, documentId);
  if (digest === null) throw new Error(`${nameOf(file)} was written and can’t be found`);
  const row: SeededDocument = {
    type: file.type,
    key: file.key,
    documentId,
    fileDigest: file.digest,
    contentDigest: digest,
  };
  await rememberSeeded(strapi, row);
  seeded.set(nameOf(file), row);
}

/** Articles may point at each other: those that point at one written after them are written once more. */
function referringAhead(pending: readonly PendingFile[]): SeedFile<'article'>[] {
  const articles = pending.map(({ file }) => file).filter(isArticle);
  const isNew = (key: string) =>
    pending.some(({ file, earlier }) => isArticle(file) && file.key === key && !earlier);
  return articles.filter(({ content }, index) => {
    const written = new Set(articles.slice(0, index).map(({ key }) => key));
    const targets = [content.supersededBy, ...content.pinnedRelated].filter((key) => key !== null);
    return targets.some((key) => isNew(key) && !written.has(key));
  });
}

function isPoll(file: SeedFile): file is SeedFile<'poll'> {
  return file.type === 'poll';
}

function isArticle(file: SeedFile): file is SeedFile<'article'> {
  return file.type === 'article';
}

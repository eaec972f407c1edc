import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_LOCALE, type Locale, localeSchema } from '@passerelle/contracts';
import {
  formatImportError,
  formatReport,
  type ImportErrorCode,
  type ImportReport,
  type ImportResult,
  importPlainText,
} from '@passerelle/importer';
import type { Core } from '@strapi/strapi';
import { type ImportOutcome, importDraft } from '../api/article/adapters/imports.ts';
import { runCommand } from './run.ts';

/** What came of one file; `dry-run` when nothing was to be written. */
type FileResult = { file: string } & (
  | { outcome: ImportOutcome; documentId: string; report: ImportReport }
  | { outcome: 'dry-run'; report: ImportReport }
  | { outcome: 'failed'; error: ImportErrorCode | 'unreadable' }
);

const OUTCOMES: Record<ImportOutcome | 'dry-run', string> = {
  created: 'Brouillon créé',
  updated: 'Brouillon mis à jour',
  unchanged: 'Déjà importé, rien n’a changé',
  kept: 'Laissé tel quel : le brouillon a été modifié dans l’administration depuis',
  'dry-run': 'Essai : rien n’a été écrit',
};

const USAGE = 'import <file…> [--locale fr-CA|en-CA] [--dry-run] [--report json]\n';

/** `import <file…>`: reads plain text pages into drafts. A source is named by its file's name. */
async function main(): Promise<number> {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      locale: { type: 'string', default: DEFAULT_LOCALE },
      'dry-run': { type: 'boolean', default: false },
      report: { type: 'string', default: 'text' },
    },
  });
  const locale = localeSchema.safeParse(values.locale);
  if (files.length === 0 || !locale.success || !['text', 'json'].includes(values.report)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const show = values.report === 'json' ? showJson : showText;
  if (values['dry-run']) return show(files.map((file) => tryFile(file, locale.data)));
  return runCommand(async (strapi) => {
    const results: FileResult[] = [];
    for (const file of files) results.push(await importFile(strapi, file, locale.data));
    return show(results);
  });
}

function readFile(file: string, locale: Locale): ImportResult | { ok: false; error: 'unreadable' } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return { ok: false, error: 'unreadable' };
  }
  return importPlainText(bytes, { sourceId: `text:${basename(file)}`, locale });
}

function tryFile(file: string, locale: Locale): FileResult {
  const result = readFile(file, locale);
  return result.ok
    ? { file, outcome: 'dry-run', report: result.report }
    : { file, outcome: 'failed', error: result.error };
}

async function importFile(strapi: Core.Strapi, file: string, locale: Locale): Promise<FileResult> {
  const result = readFile(file, locale);
  if (!result.ok) return { file, outcome: 'failed', error: result.error };
  return { file, ...(await importDraft(strapi, result.article)), report: result.report };
}

/** Exit code 0 when every file gave an article, 1 when one didn't. */
function exitCode(results: readonly FileResult[]): number {
  return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

function showJson(results: readonly FileResult[]): number {
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return exitCode(results);
}

function showText(results: readonly FileResult[]): number {
  for (const result of results) {
    const text =
      result.outcome === 'failed'
        ? failureText(result.error)
        : `${OUTCOMES[result.outcome]}\n${formatReport(result.report, DEFAULT_LOCALE)}`;
    process.stdout.write(`${result.file}\n${text}\n\n`);
  }
  return exitCode(results);
}

function failureText(error: ImportErrorCode | 'unreadable'): string {
  return error === 'unreadable'
    ? 'Ce fichier ne peut pas être lu.'
    : formatImportError(error, DEFAULT_LOCALE);
}

void main().then((code) => process.exit(code));

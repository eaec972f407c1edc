import { bodySchema, daySchema, type Locale, lineSchema, localeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import { decode } from '../encoding/decode.ts';
import { type Mended, mendDecoded } from '../encoding/mend.ts';
import { countBody } from '../report/counts.ts';
import { type ImportReport, importReportSchema, type WarningCode } from '../report/report.ts';
import { bodyOf } from './body.ts';
import { type SplitPage, splitFurniture } from './furniture.ts';
import { type Head, readHead } from './head.ts';
import { linesOf } from './lines.ts';
import { passagesOf } from './passages.ts';

/** An article read from somewhere else, ready to become a draft. `sourceId` is the same on every import. */
export const importedArticleSchema = z.object({
  sourceId: lineSchema.min(1),
  locale: localeSchema,
  title: lineSchema.min(1),
  date: daySchema.nullable(),
  dek: z.null(),
  body: bodySchema,
});
export type ImportedArticle = z.infer<typeof importedArticleSchema>;

/** Why an input gives no article. */
export const importErrorCodeSchema = z.enum([
  'empty',
  'too-large',
  'not-text',
  'markup',
  'no-title',
  'no-body',
]);
export type ImportErrorCode = z.infer<typeof importErrorCodeSchema>;

export type ImportResult =
  | { ok: true; article: ImportedArticle; report: ImportReport }
  | { ok: false; error: ImportErrorCode };

/** A page of text is a few kilobytes; this is a book. In bytes. */
export const LARGEST_TEXT = 2 * 1024 * 1024;

/** Files that are text but not plain: their tags would become the article. */
const MARKUP = /^\s*(?:<!doctype|<html|<\?xml|<head|<body|\{\\rtf)/i;

function warningsOf(head: Head, page: SplitPage, mended: Mended): ImportReport['warnings'] {
  const warnings: ImportReport['warnings'] = [];
  const warn = (code: WarningCode, line: number | null = null) => warnings.push({ code, line });
  if (head.ambiguousDate !== null) warn('ambiguous-date', head.ambiguousDate);
  else if (head.date === null) warn('no-date');
  const [damage] = mended.damage;
  if (damage) warn('damage-left', damage.line);
  if (page.isInterrupted) warn('furniture-in-article');
  for (const piece of page.furniture) {
    if (piece.kind === 'poll' && piece.options.length === 0) warn('poll-without-options', piece.lines.from);
    if (piece.kind !== 'unknown') continue;
    warn(piece.isRunningText ? 'running-text-aside' : 'unknown-text-aside', piece.lines.from);
  }
  return warnings;
}

/**
 * Reads a page of plain text: decodes and mends it, leaves the page furniture out, and finds the title, the
 * date, paragraphs, headings, lists and quotations. Pure: the same bytes give the same article. Expected
 * failures are codes, never exceptions; the article and the report are parsed with their schemas.
 */
export function importPlainText(
  bytes: Uint8Array,
  source: { sourceId: string; locale: Locale },
): ImportResult {
  if (bytes.length > LARGEST_TEXT) return { ok: false, error: 'too-large' };
  const decoded = decode(bytes);
  if (!decoded.isText) return { ok: false, error: 'not-text' };
  if (MARKUP.test(decoded.text)) return { ok: false, error: 'markup' };
  const mended = mendDecoded(decoded, source.locale);
  const lines = linesOf(mended.text);
  if (lines.every(({ text }) => text === '')) return { ok: false, error: 'empty' };
  const page = splitFurniture(lines);
  const head = readHead(page.article);
  if (!head) return { ok: false, error: 'no-title' };
  const body = bodyOf(passagesOf(head.rest));
  if (body.length === 0) return { ok: false, error: 'no-body' };
  const { sourceId, locale } = source;
  const { title, date } = head;
  const article = importedArticleSchema.parse({ sourceId, locale, title, date, dek: null, body });
  const report = importReportSchema.parse({
    sourceId,
    locale,
    title,
    date,
    encoding: { name: decoded.encoding, byteOrderMark: decoded.byteOrderMark },
    counts: { bytes: bytes.length, lines: lines.length, ...countBody(article.body) },
    furniture: page.furniture,
    repairs: mended.repairs,
    damage: mended.damage,
    warnings: warningsOf(head, page, mended),
  });
  return { ok: true, article, report };
}

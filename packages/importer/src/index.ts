/**
 * Reads articles out of files from elsewhere: bytes in, an article and a report out. Pure: no network, no
 * file system, no clock.
 */

export { type Damage, type DamageKind, findDamage } from './encoding/damage.ts';
export { type Decoded, decode, ENCODINGS, type EncodingName } from './encoding/decode.ts';
export type { RepairRule } from './encoding/edits.ts';
export { restoreFrenchSpacing, restoreFrenchSpacingAcross } from './encoding/french-spacing.ts';
export { type Mended, mendText, type Repair } from './encoding/mend.ts';
export { repairMojibake } from './encoding/mojibake.ts';
export { formatImportError, formatReport } from './report/format-report.ts';
export { type ImportReport, importReportSchema, type WarningCode } from './report/report.ts';
export {
  type ImportErrorCode,
  type ImportedArticle,
  type ImportResult,
  importErrorCodeSchema,
  importedArticleSchema,
  importPlainText,
  LARGEST_TEXT,
} from './text/import-plain-text.ts';

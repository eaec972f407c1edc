import type { BundleFormat, PersonBundle } from '@passerelle/contracts';
import { type Cell, writeCsv } from '../../platform/csv/write-csv.ts';
import { BUNDLE_PARTS, entriesOf } from '../domain/bundle-lines.ts';
import type { BundleTexts } from '../i18n/fr.ts';
import { bundleTexts } from '../i18n/texts.ts';
import { bundlePdf } from './bundle-pdf.ts';

/** A file to be handed to a person. */
export interface BundleFile {
  name: string;
  type: string;
  content: Buffer | string;
}

/** A bundle as a file: JSON for machines (art. 27, portability), CSV for spreadsheets, PDF for people. */
export async function bundleFile(
  bundle: PersonBundle,
  { format, words }: { format: BundleFormat; words: 'fr' | 'en' },
): Promise<BundleFile> {
  const texts = bundleTexts(words);
  // Nothing of the person: names of files end up in lists of downloads.
  const name = `${texts.fileName}-${bundle.at.slice(0, 10)}.${format}`;
  switch (format) {
    case 'json':
      return { name, type: 'application/json', content: `${JSON.stringify(bundle, null, 2)}\n` };
    case 'csv':
      return {
        name,
        type: 'text/csv; charset=utf-8; header=present',
        content: writeCsv(bundleTable(bundle, texts), { bom: true }),
      };
    case 'pdf':
      return { name, type: 'application/pdf', content: await bundlePdf(bundle, texts, words) };
  }
}

function bundleTable(bundle: PersonBundle, texts: BundleTexts): Cell[][] {
  const rows = BUNDLE_PARTS.flatMap((part) =>
    entriesOf(bundle, part).flatMap((lines, index) =>
      lines.map(({ path, value }): Cell[] => [texts.parts[part], index + 1, path.join(' › '), value]),
    ),
  );
  return [[...texts.header], ...rows];
}

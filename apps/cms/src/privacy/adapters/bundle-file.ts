import { PassThrough, Readable } from 'node:stream';
import type { BundleFormat, PersonBundle } from '@passerelle/contracts';
import { ZipFile } from 'yazl';
import { type Cell, writeCsv } from '../../platform/csv/write-csv.ts';
import { BUNDLE_PARTS, entriesOf } from '../domain/bundle-lines.ts';
import type { BundleTexts } from '../i18n/fr.ts';
import { bundleTexts } from '../i18n/texts.ts';
import { bundlePdf } from './bundle-pdf.ts';
import type { Attachment, Gathered } from './gather-bundle.ts';

/** A file to be handed to a person. */
export interface BundleFile {
  name: string;
  type: string;
  content: Buffer | string | Readable;
}

/** A bundle as a file: JSON for machines (art. 27, portability), CSV for spreadsheets, PDF for people; all of it as ZIP. */
export async function bundleFile(
  { bundle, attachments }: Gathered,
  { format, words }: { format: BundleFormat; words: 'fr' | 'en' },
): Promise<BundleFile> {
  if (format !== 'zip') return plainFile(bundle, { format, words });
  const files: PlainFile[] = [];
  for (const each of ['json', 'csv', 'pdf'] as const) {
    files.push(await plainFile(bundle, { format: each, words }));
  }
  const name = `${bundleTexts(words).fileName}-${bundle.at.slice(0, 10)}.zip`;
  return { name, type: 'application/zip', content: zipOf(files, attachments, new Date(bundle.at)) };
}

/** A ZIP file as it is made. Files of visitors are decrypted one after the other as their turn comes, and compressed already. */
function zipOf(files: readonly PlainFile[], attachments: readonly Attachment[], mtime: Date): Readable {
  const zip = new ZipFile();
  const whole = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error) => whole.destroy(error instanceof Error ? error : new Error(String(error))));
  for (const { name, content } of files) zip.addBuffer(Buffer.from(content), name, { mtime });
  for (const { path, read } of attachments) {
    zip.addReadStreamLazy(path, { mtime, compress: false }, (give) => {
      read().then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return whole;
}

interface PlainFile extends BundleFile {
  content: Buffer | string;
}

async function plainFile(
  bundle: PersonBundle,
  { format, words }: { format: Exclude<BundleFormat, 'zip'>; words: 'fr' | 'en' },
): Promise<PlainFile> {
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

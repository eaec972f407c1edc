import type { FileRefusal } from '@passerelle/contracts';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** A long document with many pictures has some hundreds of parts. */
const MOST_ENTRIES = 2_000;
/** Unpacked; ten megabytes of pictures hardly grow, text does tenfold. */
const MOST_BYTES = 100 * 1024 * 1024;
/** Parts that are read as text are small; a larger one is only counted. */
const MOST_TEXT = 1024 * 1024;

const TYPES = '[Content_Types].xml';
/** Programs, in the places that Word keeps them (ECMA-376, MS-OFFMACRO2). */
const PROGRAM = /vbaproject|vbadata|\/activex\/|\/embeddings\/|\.(?:bin|exe|dll|js|vbs|hta|lnk|scr)$/i;
const MACROS_TYPE = /macroEnabled|vbaProject|activeX/i;
/**
 * Looks through a ZIP file for a Word document without programs. All of it is unpacked and counted: what a directory
 * says of sizes may be a lie.
 *
 * @returns null for such a document, or why it is none: `kind` for any other ZIP file.
 */
export async function documentFault(
  bytes: Buffer,
): Promise<Extract<FileRefusal, 'kind' | 'macros' | 'archive'> | null> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
  } catch {
    return 'archive';
  }
  try {
    return await judge(zip);
  } catch {
    return 'archive';
  } finally {
    zip.close();
  }
}

async function judge(zip: ZipFile): Promise<'kind' | 'macros' | 'archive' | null> {
  if (zip.entryCount > MOST_ENTRIES) return 'archive';
  const found = { document: false, types: '', programs: false };
  let left = MOST_BYTES;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (entry.isEncrypted()) return 'archive';
    if (PROGRAM.test(name)) found.programs = true;
    if (name === 'word/document.xml') found.document = true;
    const { size, text } = await unpack(zip, entry, left);
    left -= size;
    if (left < 0) return 'archive';
    if (name === TYPES) found.types = text;
    if (name.endsWith('.rels') && hasOutsideTemplate(text)) found.programs = true;
  }
  if (!found.document || !found.types.includes('wordprocessingml')) return 'kind';
  return found.programs || MACROS_TYPE.test(found.types) ? 'macros' : null;
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<{ size: number; text: string }> {
  const isText = /\.(?:rels|xml)$/.test(entry.fileName) && entry.uncompressedSize <= MOST_TEXT;
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    const part = Buffer.from(chunk);
    size += part.length;
    if (size > most) break;
    if (isText) chunks.push(part);
  }
  return { size, text: Buffer.concat(chunks).toString('utf8') };
}

/**
 * Whether a part's relationships name a template that is fetched when the document is opened: it brings its macros along.
 * Element by element: one pattern over all of a text made for it would take hours.
 */
function hasOutsideTemplate(relationships: string): boolean {
  return relationships
    .split('>')
    .some((element) => /attachedTemplate/i.test(element) && /TargetMode\s*=\s*["']External/i.test(element));
}

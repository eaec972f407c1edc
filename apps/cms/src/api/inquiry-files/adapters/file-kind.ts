import type { FileKind, FileRefusal } from '@passerelle/contracts';
import { fileTypeFromBuffer } from 'file-type';
import { documentFault } from './document-entries.ts';

const KINDS: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/heic': 'heic',
};

/** A local file header, with which a ZIP file begins (APPNOTE 4.3.7). */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/** What a file is by its content alone, or why it isn't taken. */
export async function fileKindOf(
  bytes: Buffer,
): Promise<{ kind: FileKind } | { fault: Extract<FileRefusal, 'kind' | 'macros' | 'archive' | 'empty'> }> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) {
    const fault = await documentFault(bytes);
    return fault === null ? { kind: 'docx' } : { fault };
  }
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = type === undefined ? undefined : KINDS[type.mime];
  return kind === undefined ? { fault: 'kind' } : { kind };
}

import { isCompressible } from '../releases/compressible.ts';
import type { ReleaseFile } from '../releases/manifest.ts';
import type { Encoding } from '../releases/objects.ts';

/** Header names and values in turn, as `writeHead` takes them: the cheapest form there is. */
export type FlatHeaders = string[];

/** Headers that all files of one type and encoding have in common. */
interface KindOfFile {
  /** Of an answer with a body. */
  headers: FlatHeaders;
  /** Of a 304. */
  notModified: FlatHeaders;
}

/** A file in one encoding, all but its bytes. */
export interface FileForm {
  file: ReleaseFile;
  encoding: Encoding | undefined;
  kind: KindOfFile;
  /** Names the bytes, over releases. */
  key: string;
  etag: string;
  /** Its bytes, once they have been in memory; `bodies.ts` alone looks at it. */
  kept: KeptBody | undefined;
  /** How often it was asked for. */
  asked: number;
}

/** Bytes in memory, shared by the releases that have them; emptied when they are given up. */
export interface KeptBody {
  bytes: Buffer | undefined;
}

type FormsOfFile = Partial<Record<Encoding | 'identity', FileForm>>;

/**
 * Knows the headers of each file in each encoding.
 *
 * What can be shared is put together once for all files of a kind: little memory is touched for a page, which
 * is what tells ten thousand pages from a thousand.
 *
 * @param security headers of every answer.
 */
export function fileForms(security: FlatHeaders) {
  const kinds = new Map<string, KindOfFile>();
  // Goes with the release that a file is of.
  const known = new WeakMap<ReleaseFile, FormsOfFile>();

  function kindOf({ type, immutable }: ReleaseFile, encoding: Encoding | undefined): KindOfFile {
    const name = `${encoding ?? ''} ${immutable} ${type}`;
    const before = kinds.get(name);
    if (before) return before;
    const kind = kindOfFile(type, immutable, encoding, security);
    kinds.set(name, kind);
    return kind;
  }

  return (file: ReleaseFile, encoding: Encoding | undefined): FileForm => {
    const forms = known.get(file) ?? {};
    const before = forms[encoding ?? 'identity'];
    if (before) return before;
    const form: FileForm = {
      file,
      encoding,
      kind: kindOf(file, encoding),
      key: `${file.digest}.${encoding ?? ''}`,
      etag: `"${file.digest.slice(0, 32)}${encoding ? `-${encoding}` : ''}"`,
      kept: undefined,
      asked: 0,
    };
    forms[encoding ?? 'identity'] = form;
    known.set(file, forms);
    return form;
  };
}

function kindOfFile(
  type: string,
  immutable: boolean,
  encoding: Encoding | undefined,
  security: FlatHeaders,
): KindOfFile {
  const compressible = isCompressible(type);
  const keep = immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate';
  const notModified = [...security, 'cache-control', keep];
  if (compressible) notModified.push('vary', 'accept-encoding');
  const headers = [...notModified, 'content-type', type];
  if (encoding) headers.push('content-encoding', encoding);
  if (!compressible) headers.push('accept-ranges', 'bytes');
  return { headers, notModified };
}

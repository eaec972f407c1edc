import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { isCompressible } from '../releases/compressible.ts';
import type { ReleaseFile } from '../releases/manifest.ts';
import type { Encoding, ObjectStore } from '../releases/objects.ts';
import { acceptedEncoding, byteRange, matchesEtag } from './negotiate.ts';

/** Bytes of bodies kept in memory. */
const CACHE_BYTES = 64 * 1024 * 1024;

const compressNow: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/** Sends files of releases: from memory, compressed, with validators and ranges. */
export function fileSender(objects: ObjectStore) {
  const bodies = new LRUCache<string, Buffer>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (body) => body.byteLength || 1,
  });

  async function bodyOf(file: ReleaseFile, encoding: Encoding | undefined): Promise<Buffer> {
    const key = `${file.digest}.${encoding ?? ''}`;
    const known = bodies.get(key);
    if (known) return known;
    const body = await load(file, encoding);
    bodies.set(key, body);
    return body;
  }

  async function load(file: ReleaseFile, encoding: Encoding | undefined): Promise<Buffer> {
    if (encoding === undefined) return await objects.read(file.digest);
    // The publisher compresses after the switch; until then it is done here.
    return await objects
      .read(file.digest, encoding)
      .catch(async () => await compressNow[encoding](await bodyOf(file, undefined)));
  }

  /** Answers a GET or HEAD with a file. */
  return async function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    file: ReleaseFile,
    status: 200 | 404,
  ): Promise<void> {
    const compressible = isCompressible(file.type);
    const encoding = compressible ? acceptedEncoding(header(request, 'accept-encoding')) : undefined;
    const etag = `"${file.digest.slice(0, 32)}${encoding ? `-${encoding}` : ''}"`;
    response.setHeader('etag', etag);
    response.setHeader(
      'cache-control',
      file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    );
    if (compressible) response.setHeader('vary', 'accept-encoding');
    if (status === 200 && matchesEtag(request.headers['if-none-match'], etag)) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader('content-type', file.type);
    if (encoding) response.setHeader('content-encoding', encoding);
    const body = await bodyOf(file, encoding);
    const range =
      status === 200 && !compressible ? rangeOf(request, response, etag, body.byteLength) : undefined;
    if (range === 'unsatisfiable') {
      response.setHeader('content-range', `bytes */${body.byteLength}`);
      response.writeHead(416).end();
      return;
    }
    const part = range ? body.subarray(range.start, range.end + 1) : body;
    if (range) response.setHeader('content-range', `bytes ${range.start}-${range.end}/${body.byteLength}`);
    response.setHeader('content-length', part.byteLength);
    response.writeHead(range ? 206 : status);
    response.end(request.method === 'HEAD' ? undefined : part);
  };
}

function rangeOf(request: IncomingMessage, response: ServerResponse, etag: string, size: number) {
  response.setHeader('accept-ranges', 'bytes');
  const condition = header(request, 'if-range');
  if (condition !== undefined && condition !== etag) return undefined;
  return byteRange(request.headers.range, size);
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

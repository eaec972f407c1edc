import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ObjectStore } from '../releases/objects.ts';
import type { BodyStore } from './bodies.ts';
import type { FileForm, FlatHeaders } from './file-form.ts';
import { byteRange } from './negotiate.ts';

/** Files from this size on, in bytes, go from disk to the visitor piece by piece, past the memory. */
const STREAMED_FROM = 512 * 1024;

/**
 * Sends files that are not compressed, such as images: wholly or the range asked for.
 *
 * @param security headers of every answer.
 */
export function partSender(objects: ObjectStore, bodies: BodyStore, security: FlatHeaders) {
  return function sendPart(
    request: IncomingMessage,
    response: ServerResponse,
    form: FileForm,
    status: 200 | 404,
  ): Promise<void> | undefined {
    const { size, digest } = form.file;
    const range = status === 200 ? rangeOf(request, form.etag, size) : undefined;
    if (range === 'unsatisfiable') {
      const told = ['cache-control', 'no-store', 'content-range', `bytes */${size}`, 'content-length', '0'];
      response.writeHead(416, [...security, ...told]).end();
      return undefined;
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    const headers = [...form.kind.headers, 'etag', form.etag, 'content-length', String(end - start + 1)];
    if (range) headers.push('content-range', `bytes ${start}-${end}/${size}`);
    const begin = () => response.writeHead(range ? 206 : status, headers);

    if (request.method === 'HEAD') {
      begin().end();
      return undefined;
    }
    if (size >= STREAMED_FROM) return streamFile(objects.pathOf(digest), response, begin, { start, end });
    const send = (body: Buffer): undefined => {
      begin().end(range ? body.subarray(start, end + 1) : body);
    };
    const body = bodies.inMemory(form);
    return body ? send(body) : bodies.load(form).then(send);
  };
}

/** Opened before the answer begins: a file that can't be read is still an answer of its own. */
async function streamFile(
  path: string,
  response: ServerResponse,
  begin: () => void,
  range: { start: number; end: number },
): Promise<void> {
  const file = await open(path);
  begin();
  try {
    await pipeline(file.createReadStream(range), response);
  } catch (error) {
    // A visitor who leaves in the middle is no failure.
    if (!isPrematureClose(error)) throw error;
  }
}

const isPrematureClose = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Only a GET has ranges (RFC 9110, 14.2), and only while the validator the visitor has still holds (13.1.5). */
function rangeOf({ method, headers }: IncomingMessage, etag: string, size: number) {
  if (method !== 'GET' || headers.range === undefined) return undefined;
  const condition = headers['if-range'];
  if (condition !== undefined && condition !== etag) return undefined;
  return byteRange(headers.range, size);
}

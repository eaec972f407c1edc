import type { IncomingMessage } from 'node:http';

/** `broken-off`: the visitor has gone. */
export type BodyFailure = 'too-large' | 'broken-off';

const MEDIA_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json']);

/** Whether a body is of a type that pages read: a form's or JSON. Without a type it isn't. */
export function isReadable(contentType: string | undefined): boolean {
  const [mediaType = ''] = (contentType ?? '').split(';');
  return MEDIA_TYPES.has(mediaType.trim().toLowerCase());
}

/**
 * Reads a request's body whole, and no further than the limit, whatever its headers say of its length.
 *
 * @param limits what has come by `withinMs` is all that is waited for: the connection is then broken off.
 */
export async function readBody(
  request: IncomingMessage,
  { bytes: limit, withinMs }: { bytes: number; withinMs: number },
): Promise<Buffer | BodyFailure> {
  const chunks: Buffer[] = [];
  let size = 0;
  return await new Promise((done) => {
    const patience = setTimeout(() => request.destroy(), withinMs);
    const end = (result: Buffer | BodyFailure) => {
      clearTimeout(patience);
      request.off('data', take);
      request.pause();
      done(result);
    };
    const take = (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limit) return end('too-large');
      chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => end(Buffer.concat(chunks)));
    request.once('close', () => end('broken-off'));
    request.once('error', () => end('broken-off'));
  });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isCompressible } from '../releases/compressible.ts';
import type { ReleaseFile } from '../releases/manifest.ts';
import type { ObjectStore } from '../releases/objects.ts';
import { bodyStore } from './bodies.ts';
import { type FlatHeaders, fileForms } from './file-form.ts';
import { encodingChooser, matchesEtag } from './negotiate.ts';
import { partSender } from './send-part.ts';

/**
 * Sends files of releases: from memory, compressed, with validators and ranges.
 *
 * @param security headers of every answer.
 */
export function fileSender(objects: ObjectStore, security: FlatHeaders) {
  const bodies = bodyStore(objects);
  const formOf = fileForms(security);
  const encodingFor = encodingChooser();
  const sendPart = partSender(objects, bodies, security);

  /** Answers a GET or HEAD with a file: at once when its bytes are in memory, else when the promise settles. */
  return function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    file: ReleaseFile,
    status: 200 | 404,
  ): Promise<void> | undefined {
    const compressible = isCompressible(file.type);
    const form = formOf(file, compressible ? encodingFor(request.headers['accept-encoding']) : undefined);
    if (status === 200 && matchesEtag(request.headers['if-none-match'], form.etag)) {
      response.writeHead(304, [...form.kind.notModified, 'etag', form.etag]).end();
      return undefined;
    }
    if (!compressible) return sendPart(request, response, form, status);

    const send = (body: Buffer): undefined => {
      const own = ['etag', form.etag, 'content-length', String(body.byteLength)];
      response.writeHead(status, [...form.kind.headers, ...own]);
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const body = bodies.inMemory(form);
    return body ? send(body) : bodies.load(form).then(send);
  };
}

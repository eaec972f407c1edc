import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../releases/compressible.ts';
import type { Encoding } from '../releases/objects.ts';
import { encodingChooser } from './negotiate.ts';

/** Smaller bodies fit in one packet as they are, in bytes. */
const COMPRESSED_FROM = 1_200;
/** Quick rather than small: the visitor waits for it. */
const BROTLI_QUALITY = 4;

const brotli = promisify(brotliCompress);
const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: promisify(gzip),
};

/**
 * Writes what a page answered, whole and compressed when that pays.
 *
 * A visitor who came with a cookie gets the answer as it is: what is personal in it can't be guessed from its
 * compressed length (BREACH, CVE-2013-3587).
 */
export function answerWriter() {
  const encodingFor = encodingChooser();

  return async (answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers } = answer;
    const body = Buffer.from(await answer.arrayBuffer());
    for (const [name, value] of headers) {
      if (name !== 'set-cookie') response.setHeader(name, value);
    }
    const cookies = headers.getSetCookie();
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    const compressible =
      body.byteLength >= COMPRESSED_FROM && isCompressible(headers.get('content-type') ?? '');
    if (compressible) response.appendHeader('vary', 'accept-encoding, cookie');
    const personal = request.headers.cookie !== undefined;
    const encoding = compressible && !personal ? encodingFor(request.headers['accept-encoding']) : undefined;
    const sent = encoding ? await compressors[encoding](body) : body;
    if (encoding) response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', sent.byteLength);
    response.statusCode = status;
    response.end(request.method === 'HEAD' ? undefined : sent);
  };
}

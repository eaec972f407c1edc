import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../releases/compressible.ts';
import type { Manifest } from '../releases/manifest.ts';
import { ENCODINGS, type Encoding, type ObjectStore } from '../releases/objects.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Below this many bytes a response is not worth compressing. */
const WORTH_IT = 512;
/** At a time: one thread, so that the other processors are free for visitors and the next release. */
const CONCURRENCY = 1;

/** Few and kept by browsers for long: worth twice the work for a fiftieth of the bytes. */
const ASSET = /^text\/(?:css|javascript)/;
/** For texts of a page's size 10 is quicker than 9, and a thirteenth smaller. */
const QUALITY = { asset: 11, page: 10 };

const compressed: Record<Encoding, (bytes: Buffer, type: string) => Promise<Buffer>> = {
  br: (bytes, type) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: ASSET.test(type) ? QUALITY.asset : QUALITY.page,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: (bytes) => deflate(bytes, { level: 9 }),
};

/**
 * Lays compressed forms beside the objects of a live release. Done after the switch: the server
 * compresses by itself what isn't there yet, so nobody waits.
 *
 * @param signal ends it early; what is left is made after the next release.
 * @returns how many were made.
 */
export async function compressRelease(
  manifest: Manifest,
  objects: ObjectStore,
  signal: AbortSignal,
): Promise<number> {
  const types = new Map(
    Object.values(manifest.files)
      .filter((file) => file.size >= WORTH_IT && isCompressible(file.type))
      .map((file) => [file.digest, file.type]),
  );
  const queue = [...types];
  let made = 0;
  const worker = async () => {
    for (let next = queue.pop(); next !== undefined && !signal.aborted; next = queue.pop()) {
      const [digest, type] = next;
      for (const encoding of ENCODINGS) {
        if (await stat(objects.pathOf(digest, encoding)).catch(() => undefined)) continue;
        objects.putEncoded(digest, encoding, await compressed[encoding](await objects.read(digest), type));
        made += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return made;
}

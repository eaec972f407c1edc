import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Encoding, ObjectStore } from '../releases/objects.ts';
import type { FileForm, KeptBody } from './file-form.ts';

/** Bytes of bodies kept in memory by a process: ten thousand compressed pages of 12 kB. */
const BODY_MEMORY = 128 * 1024 * 1024;

/**
 * One in so many requests for the same bytes is noted as a use of them: keeping the order of use exact would
 * touch as much memory as the answer itself does.
 */
const NOTED_EVERY = 32;

const compressNow: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * Bytes of files, those asked for last in memory.
 *
 * @param memory in bytes: never more than that is kept.
 */
export function bodyStore(objects: ObjectStore, memory = BODY_MEMORY) {
  const kept = new LRUCache<string, KeptBody>({
    maxSize: memory,
    sizeCalculation: ({ bytes }) => bytes?.byteLength || 1,
    dispose(body) {
      body.bytes = undefined;
    },
  });
  // Many visitors who ask for what isn't in memory yet wait for one reading of it.
  const underWay = new Map<string, Promise<Buffer>>();

  async function read(form: FileForm): Promise<Buffer> {
    const { file, encoding } = form;
    const keep = (bytes: Buffer): Buffer => {
      form.kept = { bytes };
      kept.set(form.key, form.kept);
      return bytes;
    };
    const stored = objects.read(file.digest, encoding).then(keep);
    if (encoding === undefined) return await stored;
    // The publisher compresses after the switch, and better: what is done here until then isn't kept.
    return await stored.catch(async () => await compressNow[encoding](await objects.read(file.digest)));
  }

  return {
    /** The bytes, when they are in memory. */
    inMemory(form: FileForm): Buffer | undefined {
      form.asked += 1;
      if (form.kept?.bytes === undefined || form.asked % NOTED_EVERY === 0) form.kept = kept.get(form.key);
      return form.kept?.bytes;
    },
    /** The bytes from disk, kept in memory from then on. @throws when the object isn't there. */
    load(form: FileForm): Promise<Buffer> {
      const waiting = underWay.get(form.key);
      if (waiting) return waiting;
      const loading = read(form).finally(() => underWay.delete(form.key));
      underWay.set(form.key, loading);
      return loading;
    },
  };
}
export type BodyStore = ReturnType<typeof bodyStore>;

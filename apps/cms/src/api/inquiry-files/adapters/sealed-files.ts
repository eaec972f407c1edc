import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { placeBytes } from '../../../platform/crypto/envelopes.ts';
import { INQUIRY_FILES } from './file-rows.ts';

/**
 * The bytes of files, encrypted with a key each (AES-256-GCM, NIST SP 800-38D): nonce of 12 bytes, ciphertext, tag of 16.
 * What is authenticated with them is their place, so that a file in the place of another one does not open.
 */
export interface SealedFiles {
  /** Writes a file and flushes it. @returns its key, base64url. */
  write(id: string, bytes: Uint8Array): Promise<string>;
  /** @throws when it isn't there, has been changed, or is another one. */
  read(id: string, key: string): Promise<Buffer>;
  /** One that isn't there is as good as destroyed. */
  destroy(id: string): Promise<void>;
  /** Ids of files that were written before an instant, in milliseconds since 1970. */
  writtenBefore(instant: number): Promise<string[]>;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param folder absolute; made when it is missing, readable by its owner alone. */
export function createSealedFiles(folder: string): SealedFiles {
  const pathOf = (id: string) => join(folder, z.uuid().parse(id));
  const placeOf = (id: string) => placeBytes({ table: INQUIRY_FILES, row: id, field: 'content' });
  return {
    async write(id, bytes) {
      const key = randomBytes(32);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(placeOf(id));
      const sealed = [nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(id);
      const file = await open(`${path}.part`, 'wx', 0o600);
      try {
        await file.writeFile(Buffer.concat(sealed));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
      return key.toString('base64url');
    },

    async read(id, key) {
      const sealed = await readFile(pathOf(id));
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, Buffer.from(key, 'base64url'), nonce)
        .setAAD(placeOf(id))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    },

    destroy: (id) => rm(pathOf(id), { force: true }),

    async writtenBefore(instant) {
      const names = await readdir(folder).catch((error: unknown) => {
        if (z.object({ code: z.literal('ENOENT') }).safeParse(error).success) return [];
        throw error;
      });
      const old: string[] = [];
      for (const name of names) {
        const { mtimeMs } = await stat(join(folder, name)).catch(() => ({
          mtimeMs: Number.POSITIVE_INFINITY,
        }));
        if (mtimeMs >= instant) continue;
        // Left by a process that was killed while it wrote.
        if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
        else if (z.uuid().safeParse(name).success) old.push(name);
      }
      return old;
    },
  };
}

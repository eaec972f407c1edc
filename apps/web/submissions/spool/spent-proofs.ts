import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SpoolStore } from './store.ts';

const spentSchema = z.object({ key: z.instanceof(Uint8Array) });

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Remembers which submission a proof of work was shown for, until the proof expires by itself: the same one passes
 * again for the same submission, and for no other. The file has hashes only.
 */
export function createSpentProofs(store: SpoolStore) {
  return {
    /**
     * @param proof what names the proof.
     * @param key of the submission.
     * @param expiresAt when the proof expires, in milliseconds since 1970; so is `now`.
     * @returns whether it is spent for this submission, now or before.
     * @throws when that can't be written.
     */
    spend: (proof: string, key: string, expiresAt: number, now: number): Promise<boolean> =>
      store.write((database) => {
        const [proofDigest, keyDigest] = [digest(proof), digest(key)];
        database.prepare('DELETE FROM spent_proof WHERE expires_at < ?').run(now);
        database
          .prepare('INSERT OR IGNORE INTO spent_proof (proof, key, expires_at) VALUES (?, ?, ?)')
          .run(proofDigest, keyDigest, expiresAt);
        const spent = spentSchema.parse(
          database.prepare('SELECT key FROM spent_proof WHERE proof = ?').get(proofDigest),
        );
        return keyDigest.equals(spent.key);
      }),
  };
}
export type SpentProofs = ReturnType<typeof createSpentProofs>;

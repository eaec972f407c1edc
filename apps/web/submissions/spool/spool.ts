import type { FormName } from '@passerelle/contracts';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { SpoolStore } from './store.ts';

/** A submission to be kept, sealed. What stands beside the box tells nothing of a person. */
export interface SealedSubmission {
  form: FormName;
  requestId: string;
  /** An instant, ISO 8601. */
  receivedAt: string;
  box: Uint8Array;
}

/** `full`: the bound is reached. `unwritable`: the disk is full or broken. In neither case anything was kept. */
export type Kept = 'kept' | 'full' | 'unwritable';

/** Bounds of what waits and what is set aside, together. */
export interface SpoolLimits {
  items: number;
  /** Of the boxes; the file itself is some tenths larger. */
  bytes: number;
}

const rowSchema = z.object({
  id: z.int(),
  form: z.string(),
  requestId: z.string(),
  receivedAt: z.string(),
  box: z.instanceof(Uint8Array),
  attempts: z.int(),
});
export type SpooledItem = z.infer<typeof rowSchema>;

const heldSchema = z.object({ items: z.int(), bytes: z.int() });
const pausedSchema = z.object({ at: z.int().nullable() });

const COLUMNS = 'id, form, request_id AS requestId, received_at AS receivedAt, box, attempts';

/**
 * Submissions that wait for the CMS, on disk, in the order they came.
 *
 * @param failed is told why something couldn't be written.
 */
export function createSpool(store: SpoolStore, limits: SpoolLimits, failed: (error: unknown) => void) {
  function insert(database: Database, { form, requestId, receivedAt, box }: SealedSubmission): Kept {
    const held = heldSchema.parse(database.prepare('SELECT items, bytes FROM held').get());
    if (held.items >= limits.items || held.bytes + box.byteLength > limits.bytes) return 'full';
    database
      .prepare('INSERT INTO item (form, request_id, received_at, box) VALUES (?, ?, ?, ?)')
      .run(form, requestId, receivedAt, box);
    return 'kept';
  }

  return {
    /** Settles once it is on disk, or can't be. */
    keep: (item: SealedSubmission): Promise<Kept> =>
      store
        .write((database) => insert(database, item))
        .catch((error): Kept => {
          failed(error);
          return 'unwritable';
        }),

    /** Those that may be sent at a time, the oldest first. @param now in milliseconds since 1970 */
    due: (now: number, limit: number): SpooledItem[] =>
      store.read((database) =>
        rowSchema
          .array()
          .parse(
            database
              .prepare(`SELECT ${COLUMNS} FROM item WHERE not_before <= ? ORDER BY id LIMIT ?`)
              .all(now, limit),
          ),
      ),

    /** When the next one that is paused may be sent, in milliseconds since 1970; null when none is. */
    nextDue: (): number | null =>
      store.read(
        (database) => pausedSchema.parse(database.prepare('SELECT min(not_before) AS at FROM item').get()).at,
      ),

    /** They have been answered. */
    remove: (ids: readonly number[]): Promise<void> =>
      store.write((database) => {
        const statement = database.prepare('DELETE FROM item WHERE id = ?');
        for (const id of ids) statement.run(id);
      }),

    /** It failed: not to be sent again before then. */
    pause: (id: number, notBefore: number): Promise<void> =>
      store.write((database) => {
        database
          .prepare('UPDATE item SET attempts = attempts + 1, not_before = ? WHERE id = ?')
          .run(notBefore, id);
      }),

    /** It failed for good: it is kept, but not sent any more. */
    setAside: (id: number): Promise<void> =>
      store.write((database) => {
        database
          .prepare(
            `INSERT INTO poisoned (id, form, request_id, received_at, box, attempts)
             SELECT id, form, request_id, received_at, box, attempts + 1 FROM item WHERE id = ?`,
          )
          .run(id);
        database.prepare('DELETE FROM item WHERE id = ?').run(id);
      }),

    /** Those set aside of which the CMS hasn't been told. */
    unalarmed: (): SpooledItem[] =>
      store.read((database) =>
        rowSchema
          .array()
          .parse(database.prepare(`SELECT ${COLUMNS} FROM poisoned WHERE alarmed = 0 LIMIT 100`).all()),
      ),

    /** Those set aside, the oldest first. */
    poisoned: (): SpooledItem[] =>
      store.read((database) =>
        rowSchema.array().parse(database.prepare(`SELECT ${COLUMNS} FROM poisoned ORDER BY id`).all()),
      ),

    /** Has one that was set aside sent again, in its old place and with all its tries. @returns false when there is none */
    retry: (id: number): Promise<boolean> =>
      store.write((database) => {
        const { changes } = database
          .prepare(
            `INSERT INTO item (id, form, request_id, received_at, box)
             SELECT id, form, request_id, received_at, box FROM poisoned WHERE id = ?`,
          )
          .run(id);
        database.prepare('DELETE FROM poisoned WHERE id = ?').run(id);
        return changes > 0;
      }),

    alarmed: (id: number): Promise<void> =>
      store.write((database) => {
        database.prepare('UPDATE poisoned SET alarmed = 1 WHERE id = ?').run(id);
      }),

    /** How many wait and are set aside, and the bytes of their boxes. */
    held: () =>
      store.read((database) => heldSchema.parse(database.prepare('SELECT items, bytes FROM held').get())),
  };
}
export type Spool = ReturnType<typeof createSpool>;

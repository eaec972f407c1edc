import Database from 'better-sqlite3';
import { z } from 'zod';
import type { DraftRefusal, Drafts, Kept } from '../src/drafts/port.ts';
import type { Rates } from '../submissions/guards/rates.ts';
import { openDraftsDatabase } from './database.ts';
import type { DraftBoxes } from './draft-boxes.ts';
import type { DraftKey, DraftKeys, LinkKey } from './draft-keys.ts';

/** Bytes of one draft, as JSON in UTF-8: a form as long as the server takes, and what was there before. */
const DRAFT_BYTES = 160_000;
/** Expired drafts thrown away at each write. */
const PURGED = 200;

const boxSchema = z.object({ box: z.instanceof(Uint8Array) });
const heldSchema = z.object({ drafts: z.int(), bytes: z.int() });

interface DraftParts {
  file: string;
  keys: DraftKeys;
  boxes: DraftBoxes;
  rates: Pick<Rates, 'count'>;
  limits: { drafts: number; bytes: number };
  /** In milliseconds since 1970. */
  now: () => number;
  /** Is told why the file couldn't be read or written. */
  failed: (error: unknown) => void;
}

/**
 * Faults that leave the file as it is: the disk is full, or another process writes. What is open can still be read;
 * opened anew on a full disk, it could not.
 */
const PASSING = new Set(['SQLITE_FULL', 'SQLITE_BUSY']);

/** Drafts in their file, which is opened when it is first needed, and anew after an error that isn't passing. */
export function createDrafts(parts: DraftParts): Drafts & { close(): void } {
  const { file, keys, boxes, rates, limits, now, failed } = parts;
  let open: Database.Database | undefined;

  function using<T>(work: (database: Database.Database) => T): T {
    open ??= openDraftsDatabase(file);
    try {
      return work(open);
    } catch (error) {
      if (error instanceof Database.SqliteError && !PASSING.has(error.code) && file !== ':memory:') {
        open.close();
        open = undefined;
      }
      throw error;
    }
  }

  /** Writes in one transaction that no other process interrupts. What SQLite refuses is `unavailable`. */
  function writing(key: DraftKey, work: (database: Database.Database) => DraftRefusal | null): Kept {
    try {
      const code = using((database) => database.transaction(() => work(database)).immediate());
      return code === null ? { outcome: 'kept', cookie: key.cookie } : refused(code);
    } catch (error) {
      // What the work itself throws is a fault of ours; a file that can't be opened says so without SQLite, too.
      if (!isOfTheFile(error)) throw error;
      failed(error);
      return refused('unavailable');
    }
  }

  function contentOf(database: Database.Database, { id, key }: DraftKey): string | null {
    const row = boxSchema
      .optional()
      .parse(database.prepare('SELECT box FROM draft WHERE id = ? AND expires_at > ?').get(id, now()));
    return row ? boxes.open(row.box, key, id) : null;
  }

  /** The key of the draft that a link leads to; null when it leads to none. */
  function linkedKey(database: Database.Database, link: LinkKey): DraftKey | null {
    const row = boxSchema.optional().parse(
      database
        .prepare(
          `SELECT link.box FROM link JOIN draft ON draft.id = link.draft
             WHERE link.id = ? AND link.expires_at > ? AND draft.expires_at > ?`,
        )
        .get(link.id, now(), now()),
    );
    return row ? keys.read(boxes.open(row.box, link.key, link.id) ?? undefined) : null;
  }

  const purge = (database: Database.Database) =>
    database
      .prepare('DELETE FROM draft WHERE id IN (SELECT id FROM draft WHERE expires_at <= ? LIMIT ?)')
      .run(now(), PURGED);

  function hasRoom(database: Database.Database): boolean {
    const held = heldSchema.parse(database.prepare('SELECT drafts, bytes FROM held').get());
    return held.drafts < limits.drafts && held.bytes < limits.bytes;
  }

  return {
    read(cookie) {
      const key = keys.read(cookie);
      if (!key) return null;
      try {
        const text = using((database) => contentOf(database, key));
        return text === null ? null : { id: key.id.toString('base64url'), content: JSON.parse(text) };
      } catch (error) {
        if (!isOfTheFile(error)) throw error;
        failed(error);
        return 'unavailable';
      }
    },

    async begin(content, address, lifeS) {
      if ((await rates.count('inquiry', address)) === 'too-many') return refused('too-many');
      const text = JSON.stringify(content);
      if (Buffer.byteLength(text) > DRAFT_BYTES) return refused('too-large');
      const key = keys.make();
      return writing(key, (database) => {
        purge(database);
        if (!hasRoom(database)) return 'unavailable';
        database
          .prepare('INSERT INTO draft (id, box, expires_at) VALUES (?, ?, ?)')
          .run(key.id, boxes.close(text, key.key, key.id), now() + lifeS * 1_000);
        return null;
      });
    },

    change(cookie, change, lifeS) {
      const key = keys.read(cookie);
      if (!key) return refused('lost');
      return writing(key, (database) => {
        const before = contentOf(database, key);
        if (before === null) return 'lost';
        const text = JSON.stringify(change(JSON.parse(before)));
        if (Buffer.byteLength(text) > DRAFT_BYTES) return 'too-large';
        database
          .prepare('UPDATE draft SET box = ?, version = version + 1, expires_at = ? WHERE id = ?')
          .run(boxes.close(text, key.key, key.id), now() + lifeS * 1_000, key.id);
        return null;
      });
    },

    erase(cookie) {
      const key = keys.read(cookie);
      if (!key) return true;
      const erased = writing(key, (database) => {
        database.prepare('DELETE FROM draft WHERE id = ?').run(key.id);
        return null;
      });
      return erased.outcome === 'kept';
    },

    link(cookie, occasion, lifeS) {
      const key = keys.read(cookie);
      if (!key) return refused('lost');
      const link = keys.link(key, occasion);
      const kept = writing(key, (database) => {
        if (contentOf(database, key) === null) return 'lost';
        database
          .prepare('INSERT OR REPLACE INTO link (id, draft, box, expires_at) VALUES (?, ?, ?, ?)')
          .run(link.id, key.id, boxes.close(key.cookie, link.key, link.id), now() + lifeS * 1_000);
        return null;
      });
      return kept.outcome === 'kept' ? { outcome: 'kept', token: link.token } : kept;
    },

    linked(token) {
      const link = keys.readLink(token);
      if (!link) return null;
      try {
        const key = using((database) => linkedKey(database, link));
        return key && { id: key.id.toString('base64url') };
      } catch (error) {
        if (!isOfTheFile(error)) throw error;
        failed(error);
        return 'unavailable';
      }
    },

    openLinked(token) {
      const link = keys.readLink(token);
      if (!link) return refused('lost');
      const key = keys.make();
      return writing(key, (database) => {
        const before = linkedKey(database, link);
        const text = before && contentOf(database, before);
        if (!before || text === null) return 'lost';
        database
          .prepare('UPDATE draft SET id = ?, box = ?, version = version + 1 WHERE id = ?')
          .run(key.id, boxes.close(text, key.key, key.id), before.id);
        database
          .prepare('UPDATE link SET draft = ?, box = ? WHERE id = ?')
          .run(key.id, boxes.close(key.cookie, link.key, link.id), link.id);
        return null;
      });
    },

    close() {
      open?.close();
      open = undefined;
    },
  };
}

const refused = (code: DraftRefusal): { outcome: 'refused'; code: DraftRefusal } => ({
  outcome: 'refused',
  code,
});

/** Whether the disk or the file is at fault. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof Database.SqliteError ||
  (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)));

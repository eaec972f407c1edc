import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** How long a process waits for another one's write, in milliseconds. */
const BUSY_MS = 2_000;

/**
 * One row a draft. `box` can't be read here; `bytes` of all are summed in `held`, so that the bound costs no counting.
 * `version` counts the times it was written. A row of `link` is a mailed link to a draft: its `box` holds the draft's key,
 * and opens with what is in the mail.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS draft (
    id BLOB PRIMARY KEY,
    box BLOB NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS draft_expiry ON draft (expires_at);
  CREATE TABLE IF NOT EXISTS held (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    drafts INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO held (only, drafts, bytes) VALUES (1, 0, 0);
  CREATE TABLE IF NOT EXISTS link (
    id BLOB PRIMARY KEY,
    draft BLOB NOT NULL UNIQUE,
    box BLOB NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS draft_goes_with_its_link AFTER DELETE ON draft BEGIN
    DELETE FROM link WHERE draft = OLD.id;
  END;
  CREATE TRIGGER IF NOT EXISTS draft_comes AFTER INSERT ON draft BEGIN
    UPDATE held SET drafts = drafts + 1, bytes = bytes + length(NEW.box);
  END;
  CREATE TRIGGER IF NOT EXISTS draft_changes AFTER UPDATE OF box ON draft BEGIN
    UPDATE held SET bytes = bytes + length(NEW.box) - length(OLD.box);
  END;
  CREATE TRIGGER IF NOT EXISTS draft_goes AFTER DELETE ON draft BEGIN
    UPDATE held SET drafts = drafts - 1, bytes = bytes - length(OLD.box);
  END;
`;

/**
 * Opens the file of drafts, which several processes share; makes it when it isn't there. A commit is on the disk
 * before it returns, and what is deleted is overwritten.
 */
export function openDraftsDatabase(path: string): Database.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: BUSY_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('journal_size_limit = 16777216');
    database.transaction(() => database.exec(SCHEMA)).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

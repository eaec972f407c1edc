import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** How long a process waits for another one's write, in milliseconds: each takes about one flush of the disk. */
const BUSY_MS = 2_000;

/**
 * What is kept: submissions that wait (`item`), those set aside (`poisoned`), and proofs of work that are spent.
 * `held` counts both kinds of submissions, so that the bound costs no counting. Nothing here is personal but the
 * boxes, and those can't be read here.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form TEXT NOT NULL,
    request_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    box BLOB NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS poisoned (
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL,
    request_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    box BLOB NOT NULL,
    attempts INTEGER NOT NULL,
    alarmed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS spent_proof (
    proof BLOB PRIMARY KEY,
    key BLOB NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS spent_proof_expiry ON spent_proof (expires_at);
  CREATE TABLE IF NOT EXISTS held (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    items INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO held (only, items, bytes) VALUES (1, 0, 0);
  ${['item', 'poisoned'].map(counted).join('')}
`;

function counted(table: string): string {
  return `
  CREATE TRIGGER IF NOT EXISTS ${table}_comes AFTER INSERT ON ${table} BEGIN
    UPDATE held SET items = items + 1, bytes = bytes + length(NEW.box);
  END;
  CREATE TRIGGER IF NOT EXISTS ${table}_goes AFTER DELETE ON ${table} BEGIN
    UPDATE held SET items = items - 1, bytes = bytes - length(OLD.box);
  END;`;
}

/**
 * Opens the spool's file, which several processes share; makes it when it isn't there.
 *
 * A commit is on the disk before it returns (`synchronous=FULL`).
 */
export function openSpoolDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: BUSY_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('journal_size_limit = 16777216');
    database.transaction(() => database.exec(SCHEMA)).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Connection } from '../../src/platform/jobs/database.ts';

/** What is looked through. */
export interface Searched {
  connection: Connection;
  /** Files, and folders with all that is in them: SQLite's own, a spool, logs, mail. Missing ones are passed over. */
  paths: readonly string[];
}

/**
 * Looks for texts that must be nowhere in clear: in every row of every table, in PostgreSQL's files and write-ahead
 * log, in the files given. Capitals make no difference; base64 and hexadecimal of a text count as the text. Use
 * texts that are in nothing else, and look for one that is there too: a search that finds nothing proves nothing.
 *
 * @returns where each text was found, as `text in table passerelle_mails`.
 */
export async function findTraces(texts: readonly string[], searched: Searched): Promise<string[]> {
  const found = new Set<string>();
  for await (const { name, bytes } of everything(searched)) {
    const lowered = bytes.toString('latin1').toLowerCase();
    for (const text of texts) {
      if (formsOf(text).some((form) => lowered.includes(form))) found.add(`${text} in ${name}`);
    }
  }
  return [...found].sort();
}

interface Part {
  name: string;
  bytes: Buffer;
}

async function* everything({ connection, paths }: Searched): AsyncGenerator<Part> {
  const postgres = connection.client.config.client === 'pg';
  for (const table of await tablesOf(connection, postgres)) {
    const rows: unknown[] = await connection(table).select();
    // As text, and as the bytes of columns that hold bytes.
    yield { name: `table ${table}`, bytes: Buffer.concat(rows.map(bytesOfRow)) };
  }
  if (postgres) yield* postgresFiles(connection);
  for (const path of paths) yield* filesAt(path);
}

function bytesOfRow(row: unknown): Buffer {
  const values = z.record(z.string(), z.unknown()).parse(row);
  return Buffer.concat(
    Object.values(values).flatMap((value) => {
      if (value instanceof Uint8Array) return [Buffer.from(value), Buffer.from('\n')];
      return [
        Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
        Buffer.from('\n'),
      ];
    }),
  );
}

async function tablesOf(connection: Connection, postgres: boolean): Promise<string[]> {
  const names = z.array(z.object({ name: z.string() }));
  if (!postgres) {
    const rows = await connection('sqlite_master').select('name').where({ type: 'table' });
    return names.parse(rows).map(({ name }) => name);
  }
  const { rows } = await connection.raw(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  return names.parse(rows).map(({ name }) => name);
}

/** Of 16 MB each: of a server that many tests share, what was written in the last minutes. */
const SEGMENTS = 20;
const MOST_BYTES = 200_000_000;

const filesSchema = z.array(z.object({ name: z.string(), bytes: z.instanceof(Buffer).nullable() }));

/** What is left of the server's write-ahead log, the newest first, and the database's tables and indexes, byte for byte. */
async function* postgresFiles(connection: Connection): AsyncGenerator<Part> {
  // The servers of tests write their log down a moment after a commit (`synchronous_commit=off`): at once after one that
  // has logged something itself.
  await connection.transaction(async (trx) => {
    await trx.raw('SET LOCAL synchronous_commit TO on');
    await trx.raw(`SELECT pg_logical_emit_message(true, 'canary', 'search')`);
  });
  // Before the checkpoint, which gives segments away to be written over, and whatever they are named by then.
  const { rows: segments } = await connection.raw(
    `SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' ORDER BY modification DESC LIMIT ${SEGMENTS}`,
  );
  for (const { name } of z.array(z.object({ name: z.string() })).parse(segments)) {
    const { rows } = await connection.raw(
      `SELECT 'write-ahead log' AS name, pg_read_binary_file('pg_wal/' || ?, 0, ${MOST_BYTES}, true) AS bytes`,
      [name],
    );
    yield* present(rows);
  }
  await connection.raw('CHECKPOINT');
  const { rows } = await connection.raw(
    `SELECT 'file of ' || relname AS name, pg_read_binary_file(pg_relation_filepath(oid), 0, ${MOST_BYTES}, true) AS bytes
     FROM pg_class WHERE relkind IN ('r', 'i', 't', 'm') AND oid >= 16384`,
  );
  yield* present(rows);
}

/** Those that are still there: others may have removed one since it was listed. */
function* present(rows: unknown): Generator<Part> {
  for (const { name, bytes } of filesSchema.parse(rows)) if (bytes !== null) yield { name, bytes };
}

function* filesAt(path: string): Generator<Part> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) for (const entry of readdirSync(path)) yield* filesAt(join(path, entry));
  else if (found?.isFile()) yield { name: path, bytes: readFileSync(path) };
}

/** How a text may stand in bytes that are read as Latin-1, in lower case. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [bytes.toString('latin1'), bytes.toString('hex')];
  // Base64 writes three bytes as four letters: what it looks like depends on where in three it begins.
  for (const before of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The letters at either end also hold bits of what stands beside.
    const inner = whole.slice(before === 0 ? 0 : before + 1, -1);
    forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return forms.map((form) => form.toLowerCase());
}

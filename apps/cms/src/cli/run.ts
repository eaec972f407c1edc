import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { createStrapi } from '@strapi/strapi';
import { EnvironmentError, env } from '../env.ts';

/** The folder of the CMS; this file is run from `dist/src/cli`. */
export const APP_FOLDER = join(__dirname, '..', '..', '..');

/**
 * Runs a command inside a loaded CMS that neither listens nor works off jobs; it may run beside one that does.
 *
 * @returns the command's exit code, or 1 when it failed with an error, which is printed.
 */
export async function runCommand(command: (strapi: Core.Strapi) => Promise<number>): Promise<number> {
  try {
    // What a command prints is its answer, in JSON at times: no log line may come between.
    process.env.LOG_LEVEL = 'error';
    env();
    const strapi = await createStrapi({
      appDir: APP_FOLDER,
      distDir: join(APP_FOLDER, 'dist'),
      serveAdminPanel: false,
    }).load();
    try {
      return await command(strapi);
    } finally {
      await quiet(strapi);
      await strapi.destroy();
    }
  } catch (error) {
    const text = error instanceof EnvironmentError ? error.message : describe(error);
    process.stderr.write(`${text}\n`);
    return 1;
  }
}

/**
 * Ends the process with what a command of several came to: 2, and how it is used, when it was not understood.
 *
 * @param readCommand null when the arguments say nothing that is known.
 */
export async function runMain<Command>({ usage, readCommand, run }: MainOptions<Command>): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command === null) process.stderr.write(usage);
  process.exit(command === null ? 2 : await run(command));
}

interface MainOptions<Command> {
  usage: string;
  readCommand: (argv: string[]) => Command | null;
  run: (command: Command) => Promise<number>;
}

/** How long the database has to be left alone to be thought quiet, and how long that is waited for, in milliseconds. */
const QUIET_MS = 300;
const QUIET_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 20;

/**
 * Waits until nothing is asked of the database. After each publication Strapi reads the entry once more for its
 * webhooks and waits for none of it; broken off, that would end the process with an error after the work is done.
 */
async function quiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  let still = 0;
  for (let waited = 0; still < QUIET_MS && waited < QUIET_WITHIN_MS; waited += LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS);
    still = pool.numUsed() + pool.numPendingAcquires() === 0 ? still + LOOK_EVERY_MS : 0;
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n${describe(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

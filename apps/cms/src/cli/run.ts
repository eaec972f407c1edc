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

/** How long is waited for questions to the database that nobody waits for. */
const QUIET_WITHIN_MS = 10_000;

/**
 * Waits until nothing waits for a connection: Strapi asks things of the database that it doesn't wait for itself, and
 * one that is broken off ends the process with an error after the work is done.
 */
async function quiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  for (let waited = 0; waited < QUIET_WITHIN_MS && pool.numPendingAcquires() > 0; waited += 20)
    await wait(20);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n${describe(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

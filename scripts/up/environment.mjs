import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chmod, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appendVariables, parseEnvFile } from './env-file.mjs';
import { SetupFailure } from './failure.mjs';
import { ROOT } from './project.mjs';
import { completeVariables, makeVariables, WRITTEN_VARIABLES } from './variables.mjs';

/** @type {import('./variables.mjs').Randomness} */
const SECURE = { bytes: randomBytes, below: (max) => randomInt(max) };

export const ENV_FILE = join(ROOT, '.env');

/**
 * The environment of the processes: the real one, what the file adds, and what follows from both.
 * @param {{ file?: string, real?: NodeJS.ProcessEnv }} [from]
 * @returns {Record<string, string>}
 * @throws {SetupFailure} env-malformed
 */
export function loadEnvironment({ file = ENV_FILE, real = process.env } = {}) {
  const written = Object.fromEntries(readEnvFile(file).values);
  return completeVariables({ ...written, ...real }, ROOT);
}

/**
 * Gives the file the variables it lacks, and rights for its owner only. What is written there is kept, and a
 * variable the real environment already gives is not written.
 * @param {{ file?: string, real?: NodeJS.ProcessEnv, random?: import('./variables.mjs').Randomness }} [where]
 * @returns {Promise<string[]>} names of the variables that were added
 * @throws {SetupFailure} env-malformed
 */
export async function ensureEnvFile({ file = ENV_FILE, real = process.env, random = SECURE } = {}) {
  const { text, values } = readEnvFile(file);
  const missing = WRITTEN_VARIABLES.filter(
    ({ name, optional }) => !real[name] && !(optional ? values.has(name) : values.get(name)),
  );
  if (missing.length > 0) {
    const made = makeVariables(missing, random, (name) => real[name] || (values.get(name) ?? ''));
    const additions = missing.map(({ name, about }) => ({ name, about, value: made.get(name) ?? '' }));
    await replaceFile(file, appendVariables(text, additions));
  } else if (text !== '') await chmod(file, 0o600);
  return missing.map(({ name }) => name);
}

/** @param {string} file */
function readEnvFile(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { values, unreadable } = parseEnvFile(text);
  if (unreadable.length > 0)
    throw new SetupFailure('env-malformed', { path: file, lines: unreadable.join(', ') });
  return { text, values };
}

/** Whole or not at all: a half-written file would lose secrets. @param {string} file @param {string} text */
async function replaceFile(file, text) {
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = join(dirname(target), `.env.${process.pid}.new`);
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, target);
}

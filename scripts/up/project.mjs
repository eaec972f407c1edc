import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The Node that comes with the dependencies, for machines whose own is too old. */
export const PROJECT_NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');

/** What the start-up keeps: logs, stamps of what was built, results of the tests. */
export const LOG_FOLDER = join(ROOT, 'var', 'log');
export const STAMP_FOLDER = join(ROOT, 'var', 'stamps');
export const SETUP_LOG = join(LOG_FOLDER, 'setup.log');

/** @param {string} name a direct development dependency of the root package, pinned exactly */
export function pinnedVersion(name) {
  const version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies?.[name];
  if (typeof version !== 'string') throw new Error(`package.json does not pin ${name}`);
  return version;
}

/** Path of a program inside a workspace, as its own `node_modules` links it. @param {...string} parts */
export function inRoot(...parts) {
  return join(ROOT, ...parts);
}

/** Whether the dependencies are there, by these scripts or by hand. */
export function isInstalled() {
  return existsSync(PROJECT_NODE) && existsSync(inRoot('node_modules', 'commander', 'package.json'));
}

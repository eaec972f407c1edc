import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Folders that hold what is made from the inputs, never an input. */
const MADE = new Set(['node_modules', 'dist', 'build', '.astro', '.cache', '.strapi', '.tmp']);

/**
 * Digest of the names and contents of files and folders; a missing one counts as missing. Contents, not times: a
 * checkout or a copy changes times without changing anything.
 * @param {string} root names are taken from here
 * @param {readonly string[]} paths relative to the root
 * @param {readonly string[]} [extra] further facts the result depends on
 * @returns {Promise<string>} hexadecimal SHA-256
 */
export async function digestOf(root, paths, extra = []) {
  const hash = createHash('sha256');
  for (const fact of extra) hash.update(`fact\0${fact}\0`);
  for (const path of [...paths].sort()) {
    const files = await filesUnder(join(root, path));
    if (files === null) hash.update(`missing\0${path}\0`);
    for (const file of files ?? []) {
      const content = await readFile(file);
      hash.update(`file\0${relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {Promise<string[] | null>} sorted; null when nothing is there */
async function filesUnder(path) {
  const entry = await stat(path).catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (entry === null) return null;
  if (!entry.isDirectory()) return [path];
  const files = [];
  const children = await readdir(path, { withFileTypes: true });
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (child.isDirectory() && !MADE.has(child.name))
      files.push(...((await filesUnder(join(path, child.name))) ?? []));
    else if (child.isFile()) files.push(join(path, child.name));
  }
  return files;
}

/**
 * Remembers, per name, from which inputs something was last made.
 * @param {string} folder
 */
export function stampsIn(folder) {
  /** @param {string} name */
  const file = (name) => join(folder, name);
  return {
    /**
     * Whether it was made from these inputs and is still there.
     * @param {string} name @param {string} digest @param {readonly string[]} outputs absolute paths
     */
    isFresh(name, digest, outputs) {
      if (!outputs.every((output) => existsSync(output))) return false;
      return existsSync(file(name)) && readFileSync(file(name), 'utf8').trim() === digest;
    },
    /** To be called before making it: an interrupted build is not taken for a whole one. @param {string} name */
    async forget(name) {
      await rm(file(name), { force: true });
    },
    /** @param {string} name @param {string} digest of the inputs as they were before making it */
    async remember(name, digest) {
      await mkdir(folder, { recursive: true });
      await writeFile(file(name), `${digest}\n`);
    },
  };
}

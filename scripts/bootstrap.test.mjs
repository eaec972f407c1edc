import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPTS = import.meta.dirname;
const ENTRIES = ['start.mjs', 'setup.mjs', 'test.mjs', 'check.mjs', 'dev.mjs', 'passerelle.mjs'];
const STATIC_IMPORT = /^(?:import|export)\s(?:[^;]*?\sfrom\s)?\s*'([^']+)'/gm;

/** Files an entry loads at once, by path. @param {string} file @param {Set<string>} seen @returns {Set<string>} */
function loadedBy(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of importsOf(file)) if (name.startsWith('.')) loadedBy(resolve(dirname(file), name), seen);
  return seen;
}

/** @param {string} file */
const importsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)].map(([, name = '']) => name);

test.each(ENTRIES)('%s loads nothing that has to be installed or needs a newer Node', (entry) => {
  const loaded = [...loadedBy(resolve(SCRIPTS, entry))];
  expect(loaded.length).toBeGreaterThan(3);
  const foreign = loaded.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('node:') && !/^\.{1,2}\/.*\.mjs$/.test(name))
      .map((name) => `${relative(SCRIPTS, file)} → ${name}`),
  );
  expect(foreign).toEqual([]);
  // Added to Node after version 20.
  expect(loaded.flatMap(importsOf)).not.toContain('node:sqlite');
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildStale } from './builds.mjs';
import { Interrupted } from './failure.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'passerelle-builds-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const progress = {
  say() {},
  step: (/** @type {string} */ _, /** @type {() => Promise<any>} */ work) => work(),
};

/** A workspace whose build copies `src/in.txt`. @param {string} name @param {readonly string[]} after */
function workspace(
  name,
  after,
  script = "import fs from 'node:fs'; fs.copyFileSync('src/in.txt', 'out.txt');",
) {
  mkdirSync(join(root, name, 'src'), { recursive: true });
  writeFileSync(join(root, name, 'src', 'in.txt'), '1');
  writeFileSync(join(root, name, 'build.mjs'), script);
  return {
    name,
    title: name,
    folder: name,
    script: ['build.mjs'],
    inputs: ['src'],
    outputs: ['out.txt'],
    after,
  };
}

/** @param {import('./builds.mjs').Build[]} builds @param {AbortSignal} [signal] */
const build = (builds, signal = new AbortController().signal) =>
  buildStale({
    progress,
    signal,
    env: process.env,
    builds,
    root,
    stampFolder: join(root, 'stamps'),
    log: join(root, 'setup.log'),
  });

test('builds once, and again what changed with all that uses it', async () => {
  const builds = [workspace('a', []), workspace('b', ['a']), workspace('c', ['b']), workspace('d', [])];
  expect((await build(builds)).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(await build(builds)).toEqual([]);

  writeFileSync(join(root, 'b', 'src', 'in.txt'), '2');
  expect(await build(builds)).toEqual(['b', 'c']);
  expect(readFileSync(join(root, 'b', 'out.txt'), 'utf8')).toBe('2');

  rmSync(join(root, 'd', 'out.txt'));
  expect(await build(builds)).toEqual(['d']);
});

test('names the part that failed, shows its last lines, and tries again the next time', async () => {
  const builds = [workspace('a', [], "console.error('it is broken'); process.exit(3);"), workspace('b', [])];
  const failure = { code: 'build-failed', facts: { part: 'a' }, output: ['it is broken'] };
  await expect(build(builds)).rejects.toMatchObject(failure);
  await expect(build(builds)).rejects.toMatchObject(failure);
  expect(readFileSync(join(root, 'setup.log'), 'utf8')).toContain('it is broken');
});

test('does not build what uses a part that failed', async () => {
  await expect(build([workspace('a', [], 'process.exit(1)'), workspace('b', ['a'])])).rejects.toMatchObject({
    facts: { part: 'a' },
  });
  expect(() => readFileSync(join(root, 'b', 'out.txt'))).toThrow('ENOENT');
});

test('does not take an interrupted build for a whole one', async () => {
  const slow = [
    workspace(
      'a',
      [],
      "import fs from 'node:fs'; fs.writeFileSync('out.txt', ''); setTimeout(() => {}, 60_000);",
    ),
  ];
  const interruption = new AbortController();
  const building = build(slow, interruption.signal);
  setTimeout(() => interruption.abort(), 500);
  await expect(building).rejects.toBeInstanceOf(Interrupted);
  writeFileSync(join(root, 'a', 'build.mjs'), '');
  expect(await build(slow)).toEqual(['a']);
});

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, stampsIn } from './fresh.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'passerelle-fresh-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'b');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('digestOf', () => {
  const digest = () => digestOf(root, ['src', 'package.json'], ['fact']);

  test('stays the same when only times change', async () => {
    const before = await digest();
    utimesSync(join(root, 'src', 'a.ts'), 1, 1);
    expect(await digest()).toBe(before);
  });

  test.each([
    ['a content', () => writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'B')],
    ['a new file', () => writeFileSync(join(root, 'src', 'c.ts'), '')],
    ['a file gone', () => rmSync(join(root, 'src', 'a.ts'))],
    ['a missing input appearing', () => writeFileSync(join(root, 'package.json'), '{}')],
    [
      'text moving from one file to the next',
      () => {
        writeFileSync(join(root, 'src', 'a.ts'), '');
        writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'ab');
      },
    ],
  ])('changes with %s', async (_, change) => {
    const before = await digest();
    change();
    expect(await digest()).not.toBe(before);
  });

  test('changes with a further fact', async () => {
    expect(await digestOf(root, ['src'], ['x'])).not.toBe(await digestOf(root, ['src'], ['y']));
  });

  test('takes no notice of what is made from the inputs', async () => {
    const before = await digest();
    mkdirSync(join(root, 'src', 'node_modules'));
    writeFileSync(join(root, 'src', 'node_modules', 'x.js'), '');
    expect(await digest()).toBe(before);
  });
});

describe('stampsIn', () => {
  test('is fresh for the same inputs while the outputs are there', async () => {
    const stamps = stampsIn(join(root, 'stamps'));
    const output = join(root, 'src', 'a.ts');
    expect(stamps.isFresh('site', 'd1', [output])).toBe(false);
    await stamps.remember('site', 'd1');
    expect(stamps.isFresh('site', 'd1', [output])).toBe(true);
    expect(stamps.isFresh('site', 'd2', [output])).toBe(false);
    expect(stamps.isFresh('site', 'd1', [output, join(root, 'gone')])).toBe(false);
    await stamps.forget('site');
    expect(stamps.isFresh('site', 'd1', [output])).toBe(false);
  });
});

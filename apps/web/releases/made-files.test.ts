import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { madeFiles, readMadeFiles } from './made-files.ts';

const PATH = '/media/a-720.avif';
const FILE = { digest: 'd'.repeat(64), size: 10, type: 'image/avif' };

function reader(root: string) {
  const find = readMadeFiles(root);
  onTestFinished(() => find.close());
  return find;
}

test('a reader sees what is made after it has begun to look', () => {
  const root = temporaryDirectory();
  const find = reader(root);
  expect(find(PATH)).toBeUndefined();
  const made = madeFiles(root);
  onTestFinished(() => made.close());
  expect(find(PATH)).toBeUndefined();
  made.put(PATH, 'a', FILE);
  expect(find(PATH)).toEqual({ ...FILE, immutable: true });
  expect(made.find(PATH)).toEqual({ ...FILE, immutable: true });
});

test('a file that is only just being made is nothing yet; one that is broken is told', () => {
  const [young, broken] = [temporaryDirectory(), temporaryDirectory()];
  writeFileSync(join(young, 'made.sqlite'), '');
  expect(reader(young)(PATH)).toBeUndefined();
  writeFileSync(join(broken, 'made.sqlite'), 'no database'.repeat(100));
  expect(() => reader(broken)(PATH)).toThrow(/not a database/);
});

test('what belongs to nobody any more is forgotten', () => {
  const made = madeFiles(temporaryDirectory());
  onTestFinished(() => made.close());
  made.put(PATH, 'a', FILE);
  made.put('/media/b-720.avif', 'b', { ...FILE, digest: 'e'.repeat(64) });
  expect(made.keepOnly(new Set(['a', 'c']))).toEqual(new Set([FILE.digest]));
  expect(made.find('/media/b-720.avif')).toBeUndefined();
});

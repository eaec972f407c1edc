import { rm } from 'node:fs/promises';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { releaseStore } from '../releases/store.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { keepFile } from '../tests/support/release.ts';
import { bodyStore } from './bodies.ts';
import { fileForms } from './file-form.ts';

async function pages(count: number, size: number, memory: number) {
  const store = releaseStore(temporaryDirectory());
  const files = await Promise.all(
    Array.from({ length: count }, (_, at) => keepFile(store, `${at}`.padEnd(size, '.'))),
  );
  return { store, files, formOf: fileForms([]), bodies: bodyStore(store.objects, memory) };
}

test('no more is kept in memory than allowed: what was asked for longest ago goes', async () => {
  const { files, formOf, bodies } = await pages(20, 1_000, 5_000);
  for (const file of files) await bodies.load(formOf(file, undefined));
  const kept = files.filter((file) => bodies.inMemory(formOf(file, undefined)));
  expect(kept).toEqual(files.slice(-5));
});

test('a body is kept over releases: it is known by its bytes', async () => {
  const { files, formOf, bodies } = await pages(1, 1_000, 5_000);
  const [file] = files;
  if (!file) throw new Error('there is one');
  const body = await bodies.load(formOf(file, undefined));
  expect(bodies.inMemory(formOf({ ...file }, undefined))).toBe(body);
});

test('many who ask at once wait for one reading', async () => {
  const { store, files, formOf, bodies } = await pages(1, 1_000, 5_000);
  const [file] = files;
  if (!file) throw new Error('there is one');
  const form = formOf(file, 'br');
  const asked = await Promise.all([bodies.load(form), bodies.load(form), bodies.load(form)]);
  expect(new Set(asked).size).toBe(1);
  expect(brotliDecompressSync(asked[0])).toEqual(await store.objects.read(file.digest));
});

test('a failed reading is not remembered; what the publisher compressed is taken as it is', async () => {
  const { store, files, formOf, bodies } = await pages(1, 1_000, 5_000);
  const [file] = files;
  if (!file) throw new Error('there is one');
  const form = formOf(file, 'br');
  const bytes = await store.objects.read(file.digest);
  await rm(store.objects.pathOf(file.digest));
  await expect(bodies.load(form)).rejects.toMatchObject({ code: 'ENOENT' });
  const compressed = brotliCompressSync(bytes);
  store.objects.putEncoded(file.digest, 'br', compressed);
  expect(await bodies.load(form)).toEqual(compressed);
});

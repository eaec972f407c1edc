import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../tests/support/directory.ts';
import type { Manifest } from './manifest.ts';
import { digestOf } from './objects.ts';
import { KEPT_RELEASES, releaseStore } from './store.ts';
import { sweep } from './sweep.ts';

const HOUR_MS = 3_600_000;

const NOTHING_MADE = { keepOnly: () => new Set<string>() };
const kept = (...digests: string[]) => ({ digests: new Set(digests), owners: new Set<string>() });

async function storeWith(count: number) {
  const store = releaseStore(temporaryDirectory());
  for (let number = 1; number <= count; number += 1) {
    const own = Buffer.from(`only in ${number}`);
    const shared = Buffer.from('in every release');
    for (const bytes of [own, shared]) store.objects.put(bytes);
    const file = (bytes: Buffer) => ({
      digest: digestOf(bytes),
      size: bytes.byteLength,
      type: 'text/plain',
      immutable: true,
    });
    const manifest: Manifest = {
      social: {},
      format: 1,
      id: `release-0${number}`,
      createdAt: '2026-11-23T12:00:00.000Z',
      epoch: '00000000-0000-4000-8000-000000000000',
      revision: number,
      engine: 'test',
      articles: 1,
      files: { '/own': file(own), '/shared': file(shared) },
      redirects: {},
    };
    await store.write(manifest);
    await store.switchTo(manifest.id);
  }
  return store;
}

function objectsOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
}

function age(directory: string): void {
  const old = new Date(Date.now() - HOUR_MS);
  for (const name of objectsOf(directory)) utimesSync(join(directory, name), old, old);
}

test('the newest releases stay, and every object they need', async () => {
  const store = await storeWith(8);
  age(store.objects.directory);
  const swept = await sweep(store, NOTHING_MADE, kept(), Date.now());
  expect(swept).toEqual({ releases: 8 - KEPT_RELEASES, objects: 8 - KEPT_RELEASES });
  const ids = await store.list();
  expect(ids).toEqual(['release-04', 'release-05', 'release-06', 'release-07', 'release-08']);
  for (const id of ids) {
    for (const { digest, size } of Object.values((await store.read(id)).files)) {
      expect(store.objects.has(digest, size)).toBe(true);
    }
  }
});

test('an object that is young, or named as needed, stays though no release has it', async () => {
  const store = await storeWith(6);
  expect(await sweep(store, NOTHING_MADE, kept(), Date.now())).toEqual({ releases: 1, objects: 0 });
  const again = await storeWith(6);
  age(again.objects.directory);
  const one = kept(digestOf(Buffer.from('only in 1')));
  expect(await sweep(again, NOTHING_MADE, one, Date.now())).toEqual({ releases: 1, objects: 0 });
});

test('the live release stays though it is old, after going back to it', async () => {
  const store = await storeWith(7);
  await store.switchTo('release-01');
  age(store.objects.directory);
  await sweep(store, NOTHING_MADE, kept(), Date.now());
  expect(await store.list()).toContain('release-01');
  expect((await store.live())?.id).toBe('release-01');
});

test('few releases: nothing is swept', async () => {
  const store = await storeWith(KEPT_RELEASES);
  age(store.objects.directory);
  expect(await sweep(store, NOTHING_MADE, kept(), Date.now())).toEqual({ releases: 0, objects: 0 });
});

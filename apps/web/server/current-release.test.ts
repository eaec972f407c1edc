import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ReleaseStore, releaseStore } from '../releases/store.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { keepFile, writeRelease } from '../tests/support/release.ts';
import { followRelease } from './current-release.ts';

async function publish(store: ReleaseStore, id: string, asset: string): Promise<void> {
  await writeRelease(store, id, { [asset]: await keepFile(store, id, 'text/css', true) });
  await store.switchTo(id);
}

async function follow(store: ReleaseStore) {
  const failures: unknown[] = [];
  const release = await followRelease(store, (error) => failures.push(error));
  onTestFinished(() => release.close());
  const goesTo = (id: string) => expect.poll(() => release.get()?.id, { timeout: 3_000 }).toBe(id);
  return { release, failures, goesTo };
}

test('assets of the kept releases are found, of those it never served too; of removed ones no more', async () => {
  const store = releaseStore(temporaryDirectory());
  await publish(store, 'release-1', '/_astro/1.css');
  const { release, goesTo } = await follow(store);
  expect(release.kept('/_astro/1.css')).toBeUndefined();

  await writeRelease(store, 'release-2', { '/_astro/2.css': await keepFile(store, 'two', 'text/css', true) });
  await publish(store, 'release-3', '/_astro/3.css');
  await goesTo('release-3');
  expect(release.kept('/_astro/1.css')).toBeDefined();
  expect(release.kept('/_astro/2.css')).toBeDefined();

  await store.remove('release-1');
  await publish(store, 'release-4', '/_astro/4.css');
  await goesTo('release-4');
  expect(release.kept('/_astro/1.css')).toBeUndefined();
  expect(release.kept('/_astro/3.css')).toBeDefined();
});

test('the practice is that of the live release; one that cannot be read keeps nothing from being served', async () => {
  const store = releaseStore(temporaryDirectory());
  const told = {
    name: 'Exemple',
    telephone: '+14185550100',
    telephoneText: '418 555-0100',
    notice: 'Privé.',
  };
  const publishPractice = async (id: string, practice: string) => {
    await writeRelease(store, id, { '/cabinet.json': await keepFile(store, practice, 'application/json') });
    await store.switchTo(id);
  };
  await publishPractice('release-1', JSON.stringify({ 'fr-CA': told, 'en-CA': told }));
  const { release, failures, goesTo } = await follow(store);
  expect(release.practice()?.['fr-CA']).toEqual(told);
  const hostile = { ...told, name: '<script>' };
  for (const [id, practice] of [
    ['release-2', '{'],
    ['release-3', JSON.stringify({ 'fr-CA': hostile, 'en-CA': told })],
  ] as const) {
    await publishPractice(id, practice);
    await goesTo(id);
    expect(release.practice()?.['fr-CA'].name).toBe('Exemple');
  }
  expect(failures).toHaveLength(2);
});

test('an earlier release that cannot be read is reported, and keeps nothing from being served', async () => {
  const store = releaseStore(temporaryDirectory());
  await publish(store, 'release-1', '/_astro/1.css');
  await writeFile(join(store.root, 'releases', 'release-0.json'), '{');
  const { release, failures } = await follow(store);
  expect(release.get()?.id).toBe('release-1');
  expect(failures).toHaveLength(1);
});

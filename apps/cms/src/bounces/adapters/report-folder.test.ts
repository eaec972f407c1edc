import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { collectFolder, forgetTaken } from './report-folder.ts';

const { signal } = new AbortController();

/** A folder with these files in `new/`. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'new'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'new', name), content);
  return folder;
}
const below = (folder: string, place: string) => readdirSync(join(folder, place)).sort();

it('takes files in order, and moves each once it is taken; what could not be stored stays', async () => {
  const folder = folderOf({ '1.mx': 'un', '2.mx': 'deux', '3.mx:2,S': 'trois', '.4.mx': 'pas encore' });
  mkdirSync(join(folder, 'new', 'dossier'));
  const taken: string[] = [];
  const take = async (source: Uint8Array) => {
    const text = Buffer.from(source).toString();
    if (text === 'deux') throw new Error('not stored');
    taken.push(text);
  };
  await expect(collectFolder(folder, { take, signal })).rejects.toThrow('not stored');
  expect(taken).toEqual(['un', 'trois']);
  expect(below(folder, 'new')).toEqual(['.4.mx', '2.mx', 'dossier']);
  expect(below(folder, 'done')).toEqual(['1.mx', '3.mx:2,S']);
});

it('puts what is too long away unread', async () => {
  const folder = folderOf({ long: Buffer.alloc(5_000_001) });
  await collectFolder(folder, { take: () => Promise.reject(new Error('read')), signal });
  expect(below(folder, 'done')).toEqual(['long']);
});

it('makes the folders that are not there, and takes nothing further once it is to end', async () => {
  const folder = folderOf({ un: 'un' });
  rmSync(join(folder, 'new'), { recursive: true });
  await collectFolder(folder, { take: async () => undefined, signal });
  expect(below(folder, '')).toEqual(['done', 'new']);
  writeFileSync(join(folder, 'new', 'un'), 'un');
  await collectFolder(folder, { take: async () => undefined, signal: AbortSignal.abort() });
  expect(below(folder, 'new')).toEqual(['un']);
});

it('forgets what was taken a month ago', async () => {
  const folder = folderOf({});
  mkdirSync(join(folder, 'done'));
  for (const name of ['vieux', 'neuf']) writeFileSync(join(folder, 'done', name), '');
  const now = Date.now();
  utimesSync(join(folder, 'done', 'vieux'), new Date(0), new Date(now - 31 * 86_400_000));
  await forgetTaken(folder, now);
  expect(below(folder, 'done')).toEqual(['neuf']);
});

import { expect, test } from 'vitest';
import { findLater } from './later.ts';

const NAME = 'a'.repeat(20);
const OTHER = 'b'.repeat(20);
const file = (digest: string) => ({ digest, size: 1, type: 'image/jpeg', immutable: true });
const release = {
  files: { [`/media/${NAME}.jpg`]: file('plain') },
  social: { '/social/with-cover.jpg': `/media/${NAME}.jpg`, '/social/without.jpg': null },
};
const nothing = () => undefined;
const made = (path: string) =>
  path.startsWith('/media/') || path.startsWith('/social/') ? file('made') : undefined;

test('what is made is answered, for good', () => {
  for (const path of [`/media/${NAME}-720.avif`, `/media/${NAME}-360.webp`, '/social/without.jpg']) {
    expect(findLater(path, release, nothing, made)).toEqual({ kind: 'file', file: file('made') });
  }
});

test('until then the plain form stands in, and nobody keeps it', () => {
  const standIn = { kind: 'file', file: { ...file('plain'), immutable: false } };
  expect(findLater(`/media/${NAME}-720.avif`, release, nothing, nothing)).toEqual(standIn);
  expect(findLater(`/media/${NAME}-720.avif?a=1`, release, nothing, nothing)).toEqual(standIn);
  expect(findLater('/social/with-cover.jpg', release, nothing, nothing)).toEqual(standIn);
  expect(findLater('/social/without.jpg', release, nothing, nothing)).toEqual({ kind: 'not-yet' });
});

test('a page of an earlier release still finds its images', () => {
  const kept = (path: string) => (path === `/media/${OTHER}.jpg` ? file('kept') : undefined);
  expect(findLater(`/media/${OTHER}-720.avif`, release, kept, made)).toMatchObject({ file: file('made') });
});

test('what no release names is nothing, made or not', () => {
  for (const path of [
    `/media/${OTHER}-720.avif`,
    `/media/${NAME}-720.svg`,
    `/media/${NAME}-720.avif/`,
    `/media/../${NAME}-720.avif`,
    '/social/__proto__',
    '/social/constructor',
    '/social/other.jpg',
    '/nouvelles/',
  ]) {
    expect(findLater(path, release, nothing, made), path).toBeUndefined();
  }
});

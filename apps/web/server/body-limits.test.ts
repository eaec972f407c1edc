import { FILE_MOST_BYTES } from '@passerelle/contracts';
import { expect, it } from 'vitest';
import { bodyLimits, createTurns } from './body-limits.ts';

it('is as large as a file on the pages that take files, and nowhere else', () => {
  for (const target of ['/demarche/fichiers/', '/en/start/files/?token=x']) {
    expect(bodyLimits(target).bytes).toBeGreaterThan(FILE_MOST_BYTES);
  }
  for (const target of [
    '/',
    '/demarche/',
    '/demarche/fichiers',
    '/x/?/demarche/fichiers/',
    '/demarche/fichiers/x/',
  ]) {
    expect(bodyLimits(target).bytes).toBe(65_536);
  }
});

it('lets so many in at a time', () => {
  const take = createTurns(2);
  const first = take();
  take();
  expect(take()).toBeNull();
  first?.();
  expect(take()).not.toBeNull();
});

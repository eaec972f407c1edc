import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { article } from '../../tests/support/entries.ts';
import { writeSnapshot } from '../testing/published-with.ts';
import { openSnapshot, readSnapshot } from './snapshot.ts';

it('of an older shape is made anew, search index and all', () => {
  const path = join(temporaryDirectory(), 'snapshot.sqlite');
  const old = writeSnapshot(path, [article('a')]);
  old.pragma('user_version = 1');
  old.close();
  expect(() => readSnapshot(path)).toThrow('another shape');
  const anew = openSnapshot(path);
  for (const table of ['entry', 'search_entry', 'search_fr', 'search_en', 'search_word']) {
    expect(anew.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
  }
  anew.close();
  readSnapshot(path).close();
});

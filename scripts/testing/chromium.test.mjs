import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chromiumPath } from '../../e2e/support/browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the one CHROMIUM_PATH names comes first', () => {
  expect(chromiumPath({ env: { CHROMIUM_PATH: '/opt/mine' }, places: [], works: () => true })).toBe(
    '/opt/mine',
  );
});

test('an installed one that starts is taken, one that does not is passed over', () => {
  const places = ['broken', 'whole'].map((name) => join(folder, name));
  for (const place of places) writeFileSync(place, '');
  const works = (/** @type {string} */ path) => path.endsWith('whole');
  expect(chromiumPath({ env: {}, places: [join(folder, 'absent'), ...places], works })).toBe(places[1]);
});

test('there may be none', () => {
  expect(chromiumPath({ env: {}, places: [join(folder, 'absent')], works: () => false })).toBeUndefined();
});

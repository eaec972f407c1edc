import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '../i18n/failures.mjs';
import { textsOf, textsOfModule } from './texts.mjs';

/** French is at least as good as English (Q4): the same texts in both languages, in each folder `i18n`. */

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = globSync('{apps,packages}/**/i18n/**/*.ts', {
  cwd: ROOT,
  exclude: (name) => ['node_modules', 'dist'].includes(name),
}).filter((file) => !/\.test\.ts$/.test(file));

/** `fr.ts`, `polls-fr.ts`: the language is the last word of the name. */
const named = (language) => FILES.filter((file) => new RegExp(`(?:/|-)${language}\\.ts$`).test(file)).sort();
const inEnglish = (file) => file.replace(/(\/|-)fr\.ts$/, '$1en.ts');

/** Texts that are the same in both languages: proper names, codes, and words that happen to be. */
const SAME = new Set(['RSS', 'Atom', 'JSON Feed', 'NEQ']);
const isSentence = (text) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text) && !SAME.has(text);

/** @returns {Promise<[string, string][]>} */
const read = async (file) => textsOfModule(await import(pathToFileURL(join(ROOT, file)).href));

it('every file in one language has its sibling in the other', () => {
  expect(named('fr').length).toBeGreaterThan(8);
  expect(named('fr').map(inEnglish).sort()).toEqual(named('en'));
});

describe.each(named('fr'))('%s', (file) => {
  it('says all that its English says, and nothing more; none is empty', async () => {
    const french = await read(file);
    const english = await read(inEnglish(file));
    expect(french.length).toBeGreaterThan(0);
    expect(english.map(([path]) => path).sort()).toEqual(french.map(([path]) => path).sort());
    expect([...french, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has no sentence that is left in the other language', async () => {
    const english = new Map(await read(inEnglish(file)));
    const same = (await read(file)).filter(([path, text]) => isSentence(text) && english.get(path) === text);
    expect(same).toEqual([]);
  });
});

it('what the commands say when something fails is there in both', () => {
  for (const [code, { fr, en }] of Object.entries(FAILURES)) {
    const [[, french = ''] = []] = textsOf(fr);
    const [[, english = ''] = []] = textsOf(en);
    expect(french.trim(), code).not.toBe('');
    expect(english.trim(), code).not.toBe('');
    expect(french, code).not.toBe(english);
  }
});

describe('the comparison', () => {
  it('tells a text that is missing, and asks functions', () => {
    expect(textsOfModule({ pollsFr: { a: 'x', b: (one) => `${one.clock} y` } })).toEqual([
      ['polls.a', 'x'],
      ['polls.b', '§1.clock y'],
    ]);
    expect(isSentence('Deux mots')).toBe(true);
    expect(isSentence('Mot')).toBe(false);
  });
});

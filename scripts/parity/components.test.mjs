import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** No text for a person stands in a component: it is in `i18n/`, in both languages. */

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = globSync('{apps/{web/src,cms/src/admin},packages/desk/src}/**/*.{astro,tsx}', { cwd: ROOT });

const SPOKEN =
  /\b(?:aria-label|aria-description|aria-roledescription|alt|title|placeholder)=(?:"([^"]*)"|\{'([^']*)'\}|\{`([^`$]*)`\})/g;
/** Text between two tags; what is computed has braces. */
const BETWEEN = /(?<![=-])>([^<>{}()=;&|]*)<(?=[/a-zA-Z])/g;
const WORD = /\p{L}{2,}/u;

/** The markup of a component, without its code, styles and comments. */
function markupOf(text, file) {
  const body = file.endsWith('.astro') ? text.replace(/^---[\s\S]*?^---/m, '') : text;
  return body.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '');
}

/** @returns {string[]} */
function literalsOf(markup) {
  const attributes = [...markup.matchAll(SPOKEN)].map(([, ...texts]) => texts.find(Boolean) ?? '');
  const between = [...markup.matchAll(BETWEEN)].map(([, text = '']) => text.trim());
  return [...attributes, ...between].filter((text) => WORD.test(text));
}

test('what is looked for is found', () => {
  expect(literalsOf('<p aria-label="Le menu">Bonjour</p><img alt="" /><b>{t.title}</b>')).toEqual([
    'Le menu',
    'Bonjour',
  ]);
});

test('no component has a label, an alternative or a text of its own', () => {
  expect(FILES.length).toBeGreaterThan(40);
  const found = FILES.flatMap((file) =>
    literalsOf(markupOf(readFileSync(join(ROOT, file), 'utf8'), file)).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom: docs/architecture.md. Each rule names files and what they may not reach. */

const ROOT = resolve(import.meta.dirname, '..');
const SKIPPED = new Set([
  'node_modules',
  'dist',
  '.astro',
  '.strapi',
  '.cache',
  'generated',
  'build',
  'seed',
]);

function sourcesBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourcesBelow(path);
    return /\.(?:ts|tsx|mts|mjs|js|astro)$/.test(entry.name) ? [path.split(sep).join('/')] : [];
  });
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"\n]+)['"]/g;

function importsOf(file) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, name]) => {
    if (!name.startsWith('.')) return name;
    return relative(ROOT, resolve(ROOT, dirname(file), name))
      .split(sep)
      .join('/');
  });
}

const FILES = ['apps', 'packages', 'e2e', 'bench'].flatMap(sourcesBelow);
const isTest = (file) => /\.test\.\w+$|(?:^|\/)tests\//.test(file);

/** Imports in files below `folder` that `refused` refuses, as "file → import". */
function violations(folder, refused, { tests = true } = {}) {
  return FILES.filter((file) => file.startsWith(folder) && (tests || !isTest(file))).flatMap((file) =>
    importsOf(file)
      .filter((name) => refused(name, file))
      .map((name) => `${file} → ${name}`),
  );
}

const WORKSPACE = {
  'packages/contracts/': [],
  'packages/cms-client/': ['@passerelle/contracts'],
  'packages/importer/': ['@passerelle/contracts'],
  'packages/desk/': ['@passerelle/contracts'],
  'apps/web/': ['@passerelle/cms-client', '@passerelle/contracts'],
  'apps/cms/': [
    '@passerelle/contracts',
    '@passerelle/importer',
    '@passerelle/desk/parts',
    '@passerelle/desk/newsletter',
  ],
  'e2e/': ['@passerelle/contracts'],
  'bench/': ['@passerelle/contracts'],
};

test('there is something to look at', () => {
  expect(FILES.length).toBeGreaterThan(100);
  expect(FILES.flatMap(importsOf).length).toBeGreaterThan(300);
});

test.each(Object.entries(WORKSPACE))('%s imports of the workspace only %j', (folder, allowed) => {
  const refused = (name) =>
    name.startsWith('@passerelle/') && !allowed.some((one) => name === one || name.startsWith(`${one}/`));
  expect(violations(folder, refused)).toEqual([]);
});

test.each(Object.keys(WORKSPACE))('%s does not reach out of its folder by path', (folder) => {
  const leaves = (name) => /^(?:apps|packages|e2e|bench|scripts)\//.test(name) && !name.startsWith(folder);
  expect(violations(folder, leaves)).toEqual([]);
});

test('cms: its admin screens alone know those of the desk', () => {
  const refused = (name, file) =>
    name.startsWith('@passerelle/desk') && !file.startsWith('apps/cms/src/admin/');
  expect(violations('apps/cms/', refused)).toEqual([]);
});

test('the contracts need zod alone', () => {
  const foreign = (name) => !name.startsWith('packages/contracts/') && name !== 'zod';
  expect(violations('packages/contracts/src/', foreign, { tests: false })).toEqual([]);
});

const WEB = 'apps/web/';
const within = (...folders) => folders.map((folder) => `${WEB}${folder}`);
const below = (name, folders) => folders.some((folder) => name.startsWith(folder));

test.each([
  ['src/published', within('src/published')],
  ['src/ui', within('src/ui', 'src/i18n', 'src/styles', 'src/published', 'src/layouts/site')],
  ['src/blocks', within('src/blocks', 'src/ui', 'src/i18n', 'src/styles', 'src/published')],
  ['src/i18n', within('src/i18n', 'src/published')],
  ['releases', within('releases')],
  ['files', within('files')],
  ['submissions', within('submissions', 'src/submissions', 'files')],
  ['drafts', within('drafts', 'submissions', 'src/drafts')],
  ['server', within('server', 'releases', 'submissions', 'drafts', 'src/submissions/sent-body')],
  ['publisher', within('publisher', 'releases', 'src/published', 'files')],
])('web: %s imports of the site only what is below it', (folder, allowed) => {
  const refused = (name) => name.startsWith(WEB) && !below(name, allowed);
  expect(violations(`${WEB}${folder}/`, refused, { tests: false })).toEqual([]);
});

test('web: the site knows nothing of the publisher and the server', () => {
  const refused = (name) => below(name, within('publisher', 'server', 'releases', 'engine', 'files'));
  expect(violations(`${WEB}src/`, refused, { tests: false })).toEqual([]);
});

test('web: the site asks for submissions by its port; its middleware alone opens them, for `astro dev`', () => {
  const refused = (name, file) =>
    below(name, within('submissions', 'drafts')) && file !== `${WEB}src/middleware.ts`;
  expect(violations(`${WEB}src/`, refused, { tests: false })).toEqual([]);
});

test('web: a feature imports no other feature', () => {
  const featureOf = (path) => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1];
  const refused = (name, file) => featureOf(name) !== undefined && featureOf(name) !== featureOf(file);
  expect(violations(`${WEB}src/features/`, refused)).toEqual([]);
});

test('web: pages fetch nothing', () => {
  const fetching = FILES.filter((file) => file.startsWith(`${WEB}src/pages/`)).filter((file) =>
    /\bfetch\s*\(/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(fetching).toEqual([]);
});

const domainFiles = FILES.filter((file) => /^apps\/cms\/src\/.*\/domain\//.test(file) && !isTest(file));

/** Packages of pure functions. */
const PURE = new Set([
  '@passerelle/contracts',
  '@passerelle/importer',
  'zod',
  '@sindresorhus/slugify',
  'fastest-levenshtein',
  '@internationalized/date',
]);

test('cms: domain imports the contracts and itself alone', () => {
  const refused = domainFiles.flatMap((file) =>
    importsOf(file)
      .filter((name) => !/\/domain\//.test(name) && !PURE.has(name))
      .map((name) => `${file} → ${name}`),
  );
  expect(domainFiles.length).toBeGreaterThan(3);
  expect(refused).toEqual([]);
});

test('cms: domain has no clock, chance, environment or network of its own', () => {
  const impure =
    /\b(?:Date\.now|new Date\(\)|Math\.random|randomUUID|randomBytes|process\.|fetch\(|strapi\b)/;
  const code = (file) => readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(domainFiles.filter((file) => impure.test(code(file)))).toEqual([]);
});

test('cms: routes lead to controllers, controllers to services', () => {
  const refused = (name, file) =>
    /\/controllers\//.test(file)
      ? /\/adapters\//.test(name)
      : /\/(?:adapters|services|controllers)\//.test(name);
  const files = FILES.filter((file) => /^apps\/cms\/src\/api\/[^/]+\/(?:routes|controllers)\//.test(file));
  const found = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => refused(name, file))
      .map((name) => `${file} → ${name}`),
  );
  expect(found).toEqual([]);
});

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Every page there is in English is there in French, and the reverse (Q4): by its words below. */

const PAGES = resolve(import.meta.dirname, '../../apps/web/src/pages');

/** The words of addresses, French and English. A new route adds its words here. */
const WORDS = {
  nouvelles: 'news',
  categorie: 'category',
  page: 'page',
  archives: 'archive',
  sondages: 'polls',
  voter: 'vote',
  resultats: 'results',
  decompte: 'count',
  programmes: 'programs',
  rondes: 'rounds',
  glossaire: 'glossary',
  recherche: 'search',
  infolettre: 'newsletter',
  'renseignements-personnels': 'personal-information',
  merci: 'thanks',
  confirmer: 'confirm',
  recevoir: 'receive',
  desabonnement: 'unsubscribe',
  preferences: 'preferences',
  demarche: 'start',
  fichiers: 'files',
  reprendre: 'resume',
  index: 'index',
  404: '404',
  410: '410',
  500: '500',
  rss: 'rss',
  atom: 'atom',
  feed: 'feed',
  site: 'site',
};

/** What speaks no language: what machines ask for. */
const WITHOUT_LANGUAGE = [
  /^cabinet\.json\.ts$/,
  /^robots\.txt\.ts$/,
  /^sitemap(?:-\w+)?\.xml\.ts$/,
  /^formulaires\//,
  /^atelier\//,
];
/** One file for each language, side by side. */
const BY_NAME = /^sitemaps\/(?:fr|en)-/;

const files = globSync('**/*.{astro,ts}', { cwd: PAGES }).filter((file) => !/\.test\.ts$/.test(file));
const english = files.filter((file) => file.startsWith('en/')).map((file) => file.slice('en/'.length));
const french = files.filter(
  (file) => !file.startsWith('en/') && !BY_NAME.test(file) && !WITHOUT_LANGUAGE.some((one) => one.test(file)),
);

/** The English file of a French one; a word that isn't known stays, in brackets. */
const translated = (file) =>
  file
    .split('/')
    .map((segment) => {
      const [name = '', ...endings] = segment.split('.');
      const word = name.startsWith('[') ? name : (WORDS[name] ?? `<${name}>`);
      return [word, ...endings].join('.');
    })
    .join('/');

test('every route is there in both languages', () => {
  expect(french.length).toBeGreaterThan(10);
  expect(french.map(translated).sort()).toEqual(english.sort());
});

test('every file by language is there in both', () => {
  const byName = files.filter((file) => BY_NAME.test(file));
  expect(byName.filter((file) => file.includes('/fr-')).map((file) => file.replace('/fr-', '/en-'))).toEqual(
    byName.filter((file) => file.includes('/en-')),
  );
});

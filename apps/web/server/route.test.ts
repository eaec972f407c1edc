import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notFoundFile, route, tidyTarget } from './route.ts';

const file = (name: string) => ({ digest: name, size: 1, type: 'text/html', immutable: false });
const release = {
  files: {
    '/': file('home'),
    '/nouvelles/': file('news'),
    '/nouvelles/été/': file('accent'),
    '/404/': file('404'),
    '/en/404/': file('en-404'),
    '/robots.txt': file('robots'),
  },
  redirects: {
    '/nouvelles/': { to: '/ailleurs/', status: 301 as const },
    '/ancien/': { to: '/nouvelles/', status: 308 as const },
    '/parti/': { to: null, status: 410 as const },
    '/retire/': { to: null, status: 451 as const },
  },
};
const none = () => undefined;

test('a file is itself, and no redirect shadows it', () => {
  expect(route('/nouvelles/', release, none)).toMatchObject({ kind: 'file', status: 200 });
  expect(route('/nouvelles/?a=1', release, none)).toMatchObject({ kind: 'file', status: 200 });
  expect(route('/nouvelles/%C3%A9t%C3%A9/', release, none)).toMatchObject({ kind: 'file' });
});

test('other writings of a path lead to the one there is, with the query', () => {
  for (const path of ['/nouvelles', '/nouvelles/index.html', '/nouvelles//']) {
    const found = route(path, { files: release.files, redirects: {} }, none);
    expect(found).toEqual({ kind: 'redirect', location: '/nouvelles/', status: 301 });
  }
  const withQuery = route('/nouvelles?page=2', { files: release.files, redirects: {} }, none);
  expect(withQuery).toMatchObject({ location: '/nouvelles/?page=2' });
});

test('redirects of the CMS, with or without the closing slash', () => {
  expect(route('/ancien/', release, none)).toEqual({
    kind: 'redirect',
    location: '/nouvelles/',
    status: 308,
  });
  expect(route('/ancien', release, none)).toEqual({ kind: 'redirect', location: '/nouvelles/', status: 308 });
  expect(route('/parti/', release, none)).toEqual({ kind: 'gone', status: 410 });
  expect(route('/retire', release, none)).toEqual({ kind: 'gone', status: 451 });
});

test('assets of earlier releases are still found', () => {
  const kept = (path: string) => (path === '/_astro/old.css' ? file('old') : undefined);
  expect(route('/_astro/old.css', release, kept)).toMatchObject({ kind: 'file', file: file('old') });
});

test('page 404 of a list is a page like the others', () => {
  const files = { '/nouvelles/page/404/': file('page-404') };
  expect(route('/nouvelles/page/404/', { ...release, files }, none)).toMatchObject({ status: 200 });
});

test('the page for what is not there is in the language of the path, and says 404 when asked for itself', () => {
  expect(route('/rien/', release, none)).toEqual({ kind: 'none' });
  expect(route('/404/', release, none)).toMatchObject({ kind: 'file', status: 404 });
  expect(notFoundFile('/rien/', release)).toEqual(file('404'));
  expect(notFoundFile('/en/nothing/', release)).toEqual(file('en-404'));
  expect(notFoundFile('/enfin/', release)).toEqual(file('404'));
});

test.each([
  '//evil.example/',
  '/\\evil.example',
  '/a%00b',
  '/%E0%A4%A',
  'http://evil.example/',
  '*',
  '/%5Cevil',
])('%s is no path of this site', (target) => {
  expect(route(target, release, none)).toEqual({ kind: 'malformed' });
});

test('whatever is asked, a redirect made here stays on this site', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '\\',
    '..',
    'nouvelles',
    'index.html',
    '%2f',
    '%5c',
    'evil.example',
    '?',
    '#',
    '@',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const found = route(`/${parts.join('')}`, { files: release.files, redirects: {} }, none);
      if (found.kind !== 'redirect') return;
      expect(new URL(found.location, 'https://site.example').host).toBe('site.example');
      expect(found.location).toMatch(/^\/(?![/\\])/);
    }),
  );
});

test('names of object members are no files', () => {
  for (const path of ['/constructor', '/__proto__', '/toString/']) {
    expect(route(path, release, none)).toEqual({ kind: 'none' });
  }
});

test('the usual writing of a path that is no file, with its query', () => {
  expect(tidyTarget('/recherche?q=caq')).toBe('/recherche/?q=caq');
  expect(tidyTarget('/recherche//?q=caq')).toBe('/recherche/?q=caq');
  for (const target of ['/recherche/?q=caq', '/recherche/', '//evil.example', '/\\evil.example', '/%'])
    expect(tidyTarget(target)).toBeUndefined();
});

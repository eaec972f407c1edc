import type { Manifest, ReleaseFile } from '../releases/manifest.ts';

/** What a request for a path comes to. */
export type Route =
  | { kind: 'file'; file: ReleaseFile; status: 200 | 404 }
  | { kind: 'redirect'; location: string; status: 301 | 302 | 308 }
  | { kind: 'gone'; status: 410 | 451 }
  | { kind: 'malformed' }
  | { kind: 'none' };

/** The pages that say that there is nothing; a list may well have a page of that number. */
const NOT_FOUND_PAGES = new Set(['/404/', '/en/404/']);

/** Finds a file that an earlier release had and whose path names its content. */
export type FindKept = (path: string) => ReleaseFile | undefined;

/**
 * Decides what a path is: a file of the release, a redirect of the CMS, another writing of a path
 * that there is (without the closing slash, with `index.html`), or nothing.
 *
 * Files come first, so a redirect can't shadow what is live (N6).
 *
 * @param target path and query as they were sent.
 */
export function route(target: string, release: Pick<Manifest, 'files' | 'redirects'>, kept: FindKept): Route {
  const { sent, query } = splitTarget(target);
  const path = decodePath(sent);
  if (path === undefined) return { kind: 'malformed' };

  const file = Object.hasOwn(release.files, path) ? release.files[path] : kept(path);
  if (file) return { kind: 'file', file, status: NOT_FOUND_PAGES.has(path) ? 404 : 200 };

  const moved = redirectFor(path, release);
  if (moved) {
    if (moved.to === null) return { kind: 'gone', status: moved.status === 451 ? 451 : 410 };
    const status = moved.status === 302 || moved.status === 308 ? moved.status : 301;
    return { kind: 'redirect', location: moved.to, status };
  }

  const tidy = tidyPath(path);
  if (tidy !== path && Object.hasOwn(release.files, tidy)) {
    return { kind: 'redirect', location: `${encodeURI(tidy)}${query}`, status: 301 };
  }
  return { kind: 'none' };
}

/**
 * The usual writing of a path, with its query: with the closing slash, without `index.html`.
 *
 * @returns undefined when it is that already, or can't be a path of this site.
 */
export function tidyTarget(target: string): string | undefined {
  const { sent, query } = splitTarget(target);
  const path = decodePath(sent);
  if (path === undefined) return undefined;
  const tidy = tidyPath(path);
  return tidy === path ? undefined : `${encodeURI(tidy)}${query}`;
}

function splitTarget(target: string): { sent: string; query: string } {
  const cut = target.indexOf('?');
  return cut < 0 ? { sent: target, query: '' } : { sent: target.slice(0, cut), query: target.slice(cut) };
}

function redirectFor(path: string, { redirects }: Pick<Manifest, 'redirects'>) {
  const writings = [path, path.endsWith('/') ? path.slice(0, -1) : `${path}/`];
  const found = writings.find((writing) => Object.hasOwn(redirects, writing));
  return found === undefined ? undefined : redirects[found];
}

/** The page that says that a path isn't there, in the language of the path. */
export function notFoundFile(target: string, { files }: Pick<Manifest, 'files'>): ReleaseFile | undefined {
  return (isEnglish(target) ? files['/en/404/'] : undefined) ?? files['/404/'];
}

export const isEnglish = (target: string): boolean => /^\/en(?:[/?]|$)/.test(target);

/** @returns undefined for what can't be a path of this site: other roots, control characters, broken escapes. */
function decodePath(sent: string): string | undefined {
  if (!sent.startsWith('/') || sent.startsWith('//') || sent.length > 2_000) return undefined;
  try {
    const path = sent.includes('%') ? decodeURIComponent(sent) : sent;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    return /[\u0000-\u001f\u007f\\]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

function tidyPath(path: string): string {
  const folder = path.replace(/\/index\.html$/, '/').replace(/\/{2,}/g, '/');
  return folder.endsWith('/') ? folder : `${folder}/`;
}

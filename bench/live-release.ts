import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  id: z.string(),
  files: z.record(z.string(), z.object({ digest: z.string(), size: z.number(), type: z.string() })),
});

/** The live release of a data directory, as far as the benchmarks look into it; docs/adr/0003. */
export function liveRelease(dataDir: string) {
  const web = join(dataDir, 'web');
  const { id, files } = manifestSchema.parse(JSON.parse(readFileSync(join(web, 'current'), 'utf8')));
  const objectOf = (digest: string) => join(web, 'objects', digest.slice(0, 2), digest);
  const isPage = (path: string) => path.endsWith('/') && files[path]?.type.startsWith('text/html') === true;
  return {
    id,
    /** Paths of HTML pages, but for those that end in 404, which a peer answers as if nothing were there. */
    pages: Object.keys(files).filter((path) => isPage(path) && !path.endsWith('404/')),
    files,
    /** Where the bytes of a path lie. @throws when the release has no such path. */
    objectOf(path: string): string {
      const file = files[path];
      if (!file) throw new Error(`The release has no ${path}.`);
      return objectOf(file.digest);
    },
    /** @throws when the release has no such path. */
    html(path: string): string {
      return readFileSync(this.objectOf(path), 'utf8');
    },
  };
}
export type LiveRelease = ReturnType<typeof liveRelease>;

/** Path of an article in French, somewhere in the middle of the site. */
export function someArticle(release: LiveRelease): string {
  const articles = release.pages.filter((path) => /^\/nouvelles\/[^/]+\/$/.test(path)).toSorted();
  const path = articles[Math.floor(articles.length / 2)];
  if (path === undefined) throw new Error('The release has no article.');
  return path;
}

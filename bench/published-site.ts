import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { liveRelease } from './live-release.ts';
import { loadArticles } from './load.ts';
import { productEnvironment, seed, startProduct } from './stack.ts';

const GIVE_UP_MS = 600_000;

/**
 * A data directory with a release of `articles` articles, made by the product itself, compressed forms
 * included. One that is there already is taken as it is.
 *
 * @throws when the publisher isn't through after ten minutes.
 */
export async function publishedSite(dataDir: string, articles: number): Promise<string> {
  if (existsSync(join(dataDir, 'web/current'))) return dataDir;
  mkdirSync(dataDir, { recursive: true });
  const environment = await productEnvironment(dataDir);
  seed(environment);
  loadArticles(join(dataDir, 'cms/passerelle.sqlite'), articles);
  const product = await startProduct(environment);
  try {
    const release = liveRelease(dataDir);
    const end = Date.now() + GIVE_UP_MS;
    let waiting = release.pages.map((path) => release.objectOf(path));
    while (waiting.length > 0) {
      if (Date.now() > end) throw new Error('The release was not compressed in time.');
      await new Promise((done) => setTimeout(done, 500));
      waiting = waiting.filter((object) => !existsSync(`${object}.gz`) || !existsSync(`${object}.br`));
    }
  } finally {
    await product.stop();
  }
  return dataDir;
}

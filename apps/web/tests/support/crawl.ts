/** What a crawler met. */
export interface Crawled {
  answers: number;
  /** Answers other than 200 and 304, and requests that failed. */
  wrong: string[];
  /** Pages that show more than one version, and assets of a page that weren't there. */
  mixed: string[];
}

/**
 * Reads a whole site over and over, page by page along its links, with the assets of each page,
 * until it is stopped.
 *
 * @param version finds what tells one release from another in a page.
 */
export function crawl(site: string, version: RegExp) {
  const seen: Crawled = { answers: 0, wrong: [], mixed: [] };
  let stopped = false;

  async function read(path: string): Promise<string> {
    try {
      const response = await fetch(new URL(path, site));
      seen.answers += 1;
      if (response.status !== 200 && response.status !== 304) seen.wrong.push(`${response.status} ${path}`);
      return await response.text();
    } catch (error) {
      seen.wrong.push(`${error} ${path}`);
      return '';
    }
  }

  const linksIn = (html: string) =>
    [...html.matchAll(/(?:href|src)="(\/[^"#?]*)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => !path.startsWith('//'));
  const isPage = (path: string) => path.endsWith('/');

  async function round(): Promise<void> {
    const queue = ['/'];
    const met = new Set(queue);
    for (let path = queue.shift(); path !== undefined && !stopped; path = queue.shift()) {
      const html = await read(path);
      if (!isPage(path)) continue;
      const versions = new Set(html.match(version));
      if (versions.size !== 1) seen.mixed.push(`${path}: ${[...versions].join(' + ') || 'none'}`);
      for (const link of linksIn(html)) {
        if (met.has(link)) continue;
        met.add(link);
        queue.push(link);
      }
    }
  }

  const running = (async () => {
    while (!stopped) await round();
  })();
  return {
    async stop(): Promise<Crawled> {
      stopped = true;
      await running;
      return seen;
    },
  };
}

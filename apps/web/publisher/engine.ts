import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Published } from '../src/published/published.ts';

/** The site's code, built by `engine/build.ts`: pages as functions, and the files that go with them. */
export interface Engine {
  /** Digest of the whole build: another engine means that every page is rendered anew. */
  digest: string;
  /** Paths of every page and endpoint that is a file of a release, in a stable order. */
  paths(): Promise<string[]>;
  /** Renders one path with the given content. */
  render(path: string, published: Published): Promise<Response>;
  /** Files made by the build, by their path on the site. */
  assets(): Promise<{ path: string; bytes: Buffer }[]>;
}

const staticPathsSchema = z.array(
  z.object({ params: z.record(z.string(), z.union([z.string(), z.undefined()])) }),
);
const routesSchema = z.array(z.object({ pattern: z.string(), onDemand: z.boolean() }));

/** The bundle's module, as far as it is used here; its shape is Astro 7's. */
const moduleSchema = z.object({
  app: z.object({
    manifest: z.object({
      site: z.string(),
      routes: z.array(
        z.object({
          routeData: z.object({
            route: z.string(),
            type: z.enum(['page', 'endpoint', 'redirect', 'fallback']),
            component: z.string(),
            params: z.array(z.string()),
            origin: z.string(),
          }),
        }),
      ),
      pageMap: z.map(
        z.string(),
        z.custom<() => Promise<{ page: () => { getStaticPaths?: (options: object) => unknown } }>>(
          (value) => typeof value === 'function',
        ),
      ),
    }),
    render: z.custom<(request: Request, options: { locals: object }) => Promise<Response>>(
      (value) => typeof value === 'function',
    ),
  }),
});

/**
 * Loads the engine from its folder (`dist/engine`).
 *
 * @param site origin that pages are rendered for, such as `https://www.example.org`.
 * @throws when the engine hasn't been built.
 */
export async function loadEngine(directory: string, site: string): Promise<Engine> {
  const entry = join(directory, 'server', 'entry.mjs');
  const bundle: unknown = await import(pathToFileURL(entry).href).catch((cause) => {
    throw new Error(`The site's code isn't built: run "pnpm --filter @passerelle/web build".`, { cause });
  });
  const { manifest } = moduleSchema.parse(bundle).app;
  const app = appOf(bundle);
  // One build serves any address: what Astro took from its configuration is said anew here.
  app.manifest.site = site;
  const listed = routesSchema.parse(JSON.parse(await readFile(join(directory, 'routes.json'), 'utf8')));
  const onDemand = new Set(listed.filter((route) => route.onDemand).map((route) => route.pattern));
  const routes = manifest.routes
    .map(({ routeData }) => routeData)
    .filter(({ route, origin }) => origin === 'project' && !onDemand.has(route));

  async function pathsOf(route: (typeof routes)[number]): Promise<string[]> {
    const asPath = (params: Record<string, string | undefined>) =>
      `${fill(route.route, params)}${route.type === 'page' && route.route !== '/' ? '/' : ''}`;
    if (route.params.length === 0) return [asPath({})];
    const module = await manifest.pageMap.get(route.component)?.();
    const listed = await module?.page().getStaticPaths?.({});
    return staticPathsSchema.parse(listed).map(({ params }) => asPath(params));
  }

  return {
    digest: await digestOfFolder(directory),
    async paths() {
      return (await Promise.all(routes.map(pathsOf))).flat().sort();
    },
    render: (path, published) => app.render(new Request(new URL(path, site)), { locals: { published } }),
    async assets() {
      const client = join(directory, 'client');
      const paths = await filesBelow(client);
      return await Promise.all(
        paths.map(async (path) => ({
          path: `/${relative(client, path).split(sep).join('/')}`,
          bytes: await readFile(path),
        })),
      );
    },
  };
}

// The app itself, not zod's copy of it: its methods need their own `this`.
function appOf(bundle: unknown): z.infer<typeof moduleSchema>['app'] {
  return (bundle as z.infer<typeof moduleSchema>).app;
}

const fill = (pattern: string, params: Record<string, string | undefined>) =>
  pattern.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params[name] ?? '');

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function digestOfFolder(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesBelow(directory)) {
    hash
      .update(relative(directory, path))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

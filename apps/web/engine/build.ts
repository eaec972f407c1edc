import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, IntegrationResolvedRoute } from 'astro';
import { build } from 'astro';

/**
 * Builds the engine: the site's code without its content, as a server bundle in `dist/engine`.
 *
 * Every page becomes callable; which of them are files of a release and which are answered on
 * demand stays as the pages say (`export const prerender = false`) and is written to `routes.json`.
 */
function everyPageCallable(): AstroIntegration {
  const onDemand = new Set<string>();
  let routes: IntegrationResolvedRoute[] = [];
  return {
    name: 'every-page-callable',
    hooks: {
      'astro:route:setup': ({ route }) => {
        if (route.prerender === false) onDemand.add(route.component);
        route.prerender = false;
      },
      'astro:routes:resolved': (resolved) => {
        routes = resolved.routes;
      },
      'astro:build:done': async ({ dir }) => {
        const listed = routes
          .filter((route) => route.origin === 'project')
          .map(({ pattern, entrypoint }) => ({ pattern, onDemand: onDemand.has(entrypoint) }));
        await writeFile(new URL('../routes.json', dir), `${JSON.stringify(listed, null, 2)}\n`);
      },
    },
  };
}

await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  outDir: 'dist/engine',
  // Astro warns of each getStaticPaths that it doesn't call here; the publisher calls them.
  logLevel: 'error',
  integrations: [everyPageCallable()],
});

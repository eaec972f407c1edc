import { fileURLToPath } from 'node:url';
import { defineConfig, passthroughImageService } from 'astro/config';
import { passerelleAdapter } from './engine/adapter.ts';
import { atelier } from './engine/atelier.ts';

process.env.DATA_DIR ??= fileURLToPath(new URL('../../var', import.meta.url));

/**
 * The site as Astro knows it: `astro dev` shows it, `astro build` makes all of it as files.
 * In operation the publisher renders the same pages one by one; see `publisher/`.
 */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  adapter: passerelleAdapter(),
  integrations: [atelier()],
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Images come from the CMS with their sizes; nothing is transformed here.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  security: { checkOrigin: true },
  // Nothing is inlined: the content security policy allows no inline script or style.
  vite: { ssr: { external: ['better-sqlite3'] }, build: { assetsInlineLimit: 0 } },
});

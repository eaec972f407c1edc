import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LiveRelease } from '../live-release.ts';

const CONFIG = `import node from '${import.meta.resolve('@astrojs/node')}';
import { defineConfig } from 'astro/config';
export default defineConfig({
  adapter: node({ mode: 'standalone' }),
  trailingSlash: 'always',
  compressHTML: false,
});
`;
const PAGE = `---
import { readFileSync } from 'node:fs';
export const partial = true;
export const prerender = true;
export const getStaticPaths = () =>
  JSON.parse(readFileSync('pages.json', 'utf8')).map(({ path, object }) => ({
    params: { path: path.slice(1, -1) || undefined },
    props: { object },
  }));
const html = readFileSync(Astro.props.object, 'utf8');
---
<Fragment set:html={html} />`;

/**
 * Builds an Astro site that holds the pages of a release, prerendered, with the Node adapter.
 *
 * @param folder inside this package, so that astro is found.
 * @returns arguments for node to start its server; HOST and PORT say where.
 * @throws with what the build wrote when it fails.
 */
export function buildAstroNode(folder: string, release: LiveRelease): string[] {
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  const pages = release.pages.map((path) => ({ path, object: release.objectOf(path) }));
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages));
  writeFileSync(join(folder, 'astro.config.mjs'), CONFIG);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'src/pages/[...path].astro'), PAGE);
  const astro = join(dirname(fileURLToPath(import.meta.resolve('astro/package.json'))), 'bin/astro.mjs');
  const built = spawnSync(process.execPath, [astro, 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`Astro can't build:\n${built.stdout}${built.stderr}`);
  return [join(folder, 'dist/server/entry.mjs')];
}

import { SetupFailure } from './failure.mjs';
import { digestOf, stampsIn } from './fresh.mjs';
import { inRoot, ROOT, SETUP_LOG, STAMP_FOLDER } from './project.mjs';
import { runLogged } from './run-logged.mjs';

/**
 * @typedef {object} Build
 * @property {string} name also the name of its stamp
 * @property {string} title
 * @property {string} folder of the workspace, from the root
 * @property {readonly string[]} script Node script and arguments, run in the folder
 * @property {readonly string[]} inputs from the folder
 * @property {readonly string[]} outputs from the folder; all must be there for the build to count as done
 * @property {readonly string[]} after names of the builds whose result it uses
 */

const TSC = inRoot('node_modules', 'typescript', 'bin', 'tsc');

/** @param {string} name @param {readonly string[]} after @returns {Build} */
const packageBuild = (name, after) => ({
  name,
  title: `Package ${name}`,
  folder: `packages/${name}`,
  script: [TSC, '-p', 'tsconfig.json'],
  inputs: ['src', 'package.json', 'tsconfig.json'],
  outputs: ['dist/index.js'],
  after,
});

/** @type {readonly Build[]} */
export const BUILDS = [
  packageBuild('contracts', []),
  packageBuild('cms-client', ['contracts']),
  packageBuild('importer', ['contracts']),
  {
    name: 'cms',
    title: 'CMS and its admin',
    folder: 'apps/cms',
    script: ['scripts/build.mjs'],
    inputs: ['src', 'config', 'scripts', 'package.json', 'tsconfig.json'],
    outputs: ['dist/src/index.js', 'dist/build/index.html'],
    after: ['contracts', 'importer'],
  },
  {
    name: 'web',
    title: 'Site',
    folder: 'apps/web',
    script: ['engine/build.ts'],
    inputs: ['src', 'public', 'engine', 'astro.config.ts', 'package.json', 'tsconfig.json'],
    outputs: ['dist/engine/routes.json'],
    after: ['contracts', 'cms-client'],
  },
];

const SHARED_INPUTS = ['tsconfig.base.json', 'pnpm-lock.yaml'];

/**
 * Builds what is not up to date; builds that do not wait for each other run at the same time.
 * @param {{ progress: import('./progress.mjs').Progress, signal: AbortSignal, env: NodeJS.ProcessEnv,
 *   builds?: readonly Build[], root?: string, stampFolder?: string, log?: string }} options
 * @returns {Promise<string[]>} names of what was built
 * @throws {SetupFailure} build-failed
 */
export async function buildStale({
  progress,
  signal,
  env,
  builds = BUILDS,
  root = ROOT,
  stampFolder = STAMP_FOLDER,
  log = SETUP_LOG,
}) {
  const stamps = stampsIn(stampFolder);
  /** @type {Map<string, Promise<string>>} digest of the inputs, its own and those of what it uses, once built */
  const started = new Map();
  /** @type {string[]} */
  const built = [];

  /** @param {Build} build */
  async function bring(build) {
    const before = await Promise.all(build.after.map((name) => started.get(name)));
    const inputs = build.inputs.map((input) => `${build.folder}/${input}`);
    const digest = await digestOf(
      root,
      [...inputs, ...SHARED_INPUTS],
      [build.name, ...build.script.slice(1), ...before.map(String)],
    );
    const outputs = build.outputs.map((output) => `${root}/${build.folder}/${output}`);
    if (stamps.isFresh(build.name, digest, outputs)) return digest;
    await stamps.forget(build.name);
    await progress.step(build.title, async () => {
      const { ok, tail } = await runLogged(
        { node: build.script },
        { cwd: `${root}/${build.folder}`, env, log, signal },
      );
      if (!ok) throw new SetupFailure('build-failed', { part: build.name, log }, { output: tail });
    });
    await stamps.remember(build.name, digest);
    built.push(build.name);
    return digest;
  }

  for (const build of builds) started.set(build.name, bring(build));
  const results = await Promise.allSettled(started.values());
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return built;
}

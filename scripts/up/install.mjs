import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { checkDisk, INSTALL_GIGABYTES } from './disk.mjs';
import { SetupFailure } from './failure.mjs';
import { digestOf, stampsIn } from './fresh.mjs';
import { inRoot, PROJECT_NODE, pinnedVersion, ROOT, SETUP_LOG } from './project.mjs';
import { runLogged } from './run-logged.mjs';

const run = promisify(execFile);
const REGISTRY_PATIENCE_MS = 20_000;
/** Kept inside `node_modules`, so that deleting the folder forgets it. */
const STAMPS = stampsIn(inRoot('node_modules'));
const STAMP = '.passerelle-stamp';

/**
 * Installs the dependencies the lockfile names, unless that is done already.
 * @param {{ progress: import('./progress.mjs').Progress, signal: AbortSignal }} options
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {SetupFailure} disk-low, npm-missing, registry-silent, install-failed
 */
export async function installDependencies({ progress, signal }) {
  const digest = await digestOf(
    ROOT,
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
    [process.platform, process.arch, pinnedVersion('node')],
  );
  if (STAMPS.isFresh(STAMP, digest, [PROJECT_NODE])) return false;
  if (!existsSync(inRoot('node_modules'))) await checkDisk(ROOT, INSTALL_GIGABYTES);
  await progress.step('npm registry', () => reachRegistry(signal));
  await progress.step('Dependencies', async () => {
    const { ok, tail } = await runLogged(
      { command: 'npx', args: ['--yes', `pnpm@${pinnedVersion('pnpm')}`, 'install', '--frozen-lockfile'] },
      { cwd: ROOT, env: { ...process.env, CI: 'true' }, log: SETUP_LOG, signal },
    );
    if (!ok || !existsSync(PROJECT_NODE)) {
      const failure = tail.some((line) => line.includes('ENOSPC')) ? 'disk-full' : 'install-failed';
      throw new SetupFailure(failure, { log: SETUP_LOG, path: ROOT }, { output: tail });
    }
    await STAMPS.remember(STAMP, digest);
  });
  return true;
}

/**
 * Asks for what is needed first, with npm's own settings (registry, proxy, certificates), so that a machine without
 * a network hears of it in seconds instead of after the retries.
 * @param {AbortSignal} signal
 */
async function reachRegistry(signal) {
  const options = { cwd: ROOT, signal, timeout: REGISTRY_PATIENCE_MS };
  const wanted = `pnpm@${pinnedVersion('pnpm')}`;
  try {
    await run('npm', ['view', wanted, 'version', '--fetch-retries=0', '--fetch-timeout=15000'], options);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new SetupFailure('npm-missing', {}, { cause: error });
    const registry = await run('npm', ['config', 'get', 'registry'], options).then(
      ({ stdout }) => stdout.trim(),
      // Only for the message: npm not saying which registry it uses is no further failure.
      () => '?',
    );
    throw new SetupFailure('registry-silent', { registry }, { cause: error });
  }
}

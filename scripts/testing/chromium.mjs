import { createRequire } from 'node:module';
import { chromiumPath } from '../../e2e/support/browser.ts';
import { SetupFailure } from '../up/failure.mjs';
import { inRoot, ROOT, SETUP_LOG } from '../up/project.mjs';
import { runLogged } from '../up/run-logged.mjs';

/** Without a byte for so long, the download is given up: closed networks swallow connections. */
const SILENCE_MS = 45_000;

/**
 * The Chromium of this machine; installs one when there is none: Playwright's own download, else the Debian package.
 * @param {{ progress: import('../up/progress.mjs').Progress, signal: AbortSignal }} course
 * @returns {Promise<string>}
 * @throws {SetupFailure} chromium-missing
 */
export async function ensureChromium({ progress, signal }) {
  const found = chromiumPath();
  if (found !== undefined) return found;
  /** @type {string[]} */
  let output = [];
  for (const [title, install] of /** @type {const} */ ([
    ['Chromium from Playwright', downloadWithPlaywright],
    ['Chromium from Debian', installWithApt],
  ])) {
    const result = await progress.step(
      title,
      () => install(signal),
      ({ ok }) => ok,
    );
    const installed = chromiumPath();
    if (installed !== undefined) return installed;
    output = result.tail;
  }
  throw new SetupFailure('chromium-missing', {}, { output });
}

/** @param {AbortSignal} signal */
async function downloadWithPlaywright(signal) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const cli = createRequire(inRoot('e2e', 'package.json')).resolve('@playwright/test/cli');
  try {
    return await runLogged(
      { node: [cli, 'install', 'chromium'] },
      {
        cwd: inRoot('e2e'),
        env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
        log: SETUP_LOG,
        signal: AbortSignal.any([signal, silence.signal]),
        onLine(line) {
          if (!/\d+% of/.test(line)) return;
          clearTimeout(timer);
          timer = setTimeout(() => silence.abort(), SILENCE_MS);
        },
      },
    );
  } catch (error) {
    if (signal.aborted || !silence.signal.aborted) throw error;
    return { ok: false, tail: [`no byte in ${SILENCE_MS / 1_000} s`] };
  } finally {
    clearTimeout(timer);
  }
}

/** As root, or with a sudo that asks for nothing. @param {AbortSignal} signal */
async function installWithApt(signal) {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
  const script = `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends chromium`;
  return await runLogged(
    { command: 'sh', args: ['-c', script] },
    { cwd: ROOT, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, log: SETUP_LOG, signal },
  );
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const VERSION_WITHIN_MS = 20_000;

export interface ChromiumSearch {
  env?: NodeJS.ProcessEnv;
  /** Where to look, in this order. */
  places?: readonly string[];
  works?: (path: string) => boolean;
}

/**
 * The Chromium the specs run in: the one CHROMIUM_PATH names, an installed one, or one Playwright has downloaded.
 *
 * @returns its path; undefined when there is none.
 */
export function chromiumPath({
  env = process.env,
  places = [...INSTALLED, chromium.executablePath()],
  works = answersVersion,
}: ChromiumSearch = {}): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  return places.find((path) => existsSync(path) && works(path));
}

/** Whether it starts at all: a download without the system libraries it needs does not. */
function answersVersion(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: VERSION_WITHIN_MS });
    return true;
  } catch {
    // There but unusable is the same as absent: another is looked for.
    return false;
  }
}

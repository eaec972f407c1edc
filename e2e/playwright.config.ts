import { defineConfig, devices } from '@playwright/test';
import { chromiumPath } from './support/browser.ts';

/** Specs that leave what the newsroom has published as it was. */
const READING = /\/(?:access|atelier|budgets|print|search|site|validity)\.spec\.ts$/;
/** Of the others, those about polls and inquiries: they see nothing of what the rest does. */
const ASKING = /\/(?:desk|inquiry|poll-\w+)\.spec\.ts$/;

const executablePath = chromiumPath();

/** The stack under test and its mail server are started by the global set-up, which leaves their addresses in the environment. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../var/test/e2e',
  globalSetup: ['./support/mail-sink.ts', '../scripts/testing/stack.mjs'],
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // A busy machine is given time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.SITE_URL ?? '',
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Chromium refuses its sandbox to root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'reading', testMatch: READING, fullyParallel: true },
    // The specs share one installation: within a project one would see what another does.
    { name: 'asking', testMatch: ASKING, workers: 1, dependencies: ['reading'] },
    { name: 'working', testIgnore: [READING, ASKING], workers: 1, dependencies: ['reading'] },
  ],
});

import { defineConfig, devices } from '@playwright/test';
import { chromiumPath } from './support/browser.ts';

const executablePath = chromiumPath();

/** The stack under test is started by the global set-up, which leaves its addresses in the environment. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../var/test/e2e',
  globalSetup: '../scripts/testing/stack.mjs',
  // The specs share one installation; what one publishes another would see.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.SITE_URL ?? '',
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Chromium refuses its sandbox to root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [{ name: 'chromium' }],
});

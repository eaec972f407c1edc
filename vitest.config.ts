import { defineConfig } from 'vitest/config';

/** The scripts and the packages; apps/web and apps/cms have configurations of their own. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'scripts', root: 'scripts', include: ['**/*.test.mjs'], testTimeout: 30_000 } },
      'packages/*',
    ],
  },
});

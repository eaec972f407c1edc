import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/compile.ts', 'tests/support/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each Strapi holds a database and some 200 MB.
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What takes ten seconds on a quiet machine may take a minute on a busy one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each Strapi holds a database and some 200 MB.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          // Strapi takes four seconds to be loaded: once for each worker, and not for each file.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          globalSetup: ['compile', 'postgres', 'template'].map((name) => `tests/support/${name}.ts`),
        },
      },
    ],
  },
});

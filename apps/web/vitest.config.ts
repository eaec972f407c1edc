import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Processes are started and disks are synced: what takes a second alone may take ten on a busy machine.
    testTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', exclude: ['tests/**', '**/node_modules/**', 'dist/**'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/support/product-template.ts'],
        },
      },
    ],
  },
});

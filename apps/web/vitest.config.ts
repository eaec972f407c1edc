import { defineConfig } from 'vitest/config';

// Processes are started and disks are synced: what takes a second alone may take ten on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000, maxWorkers: 2 } });

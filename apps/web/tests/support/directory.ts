import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for one test, removed afterwards. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-web-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

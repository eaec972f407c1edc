import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../env.ts';

/** Makes the folders the CMS writes to. `mkdir` reports what is wrong when one can't be made. */
export function makeFolders({ dataFolder, publicFolder }: Environment): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o750 });
  mkdirSync(join(publicFolder, 'uploads'), { recursive: true });
}

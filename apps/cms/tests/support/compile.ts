import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Strapi loads compiled files: they are brought up to date once, before any test. */
export default function compile(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build.mjs'), '--server'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

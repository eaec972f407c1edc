import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  code: number;
  stdout: Buffer;
  /** Both, as text. */
  output: string;
}

/** Runs a built command of the CMS on the database of the one that was started last, beside it where it still runs. */
export function runCli(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const script = join(import.meta.dirname, '../../dist/src/cli', `${command}.js`);
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, encoding: 'buffer' as const };
    const child = execFile(process.execPath, [script, ...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, output: `${stdout}${stderr}` }),
    );
  });
}

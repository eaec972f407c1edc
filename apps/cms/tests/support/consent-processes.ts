import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts a process that adds to the ledger of consent (`consent-process.mts`); `go` has it begin, and waits for its end. */
export async function startConsentProcess(options: {
  databaseUrl: string | undefined;
  folder: string;
  events: number;
}): Promise<{ go(): Promise<void> }> {
  const script = join(import.meta.dirname, 'consent-process.mts');
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
  const child = spawn(process.execPath, [...flags, script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const line = async (wanted: string) => {
    const seen = once(lines, 'line');
    const [text] = await Promise.race([seen, gone.then(([code]) => [`ended with ${code}`])]);
    if (text !== wanted) throw new Error(`the process wrote ${text} and not ${wanted}`);
  };
  await line('ready');
  return {
    async go() {
      child.stdin.write('go\n');
      await line('done');
      await gone;
    },
  };
}

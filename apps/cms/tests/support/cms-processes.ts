import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A CMS in a process of its own: see `cms-process.mts`. */
export interface CmsProcess {
  address: string;
  submitToken: string;
  /** What it has written to its standard output so far: its logs. */
  output(): string;
  /** Ends it and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** What CMS over one database must have in common: each makes the stored tokens those of its environment. */
export function sharedEnvironment(): Record<'SITE_TOKEN' | 'REPORT_TOKEN' | 'SUBMIT_TOKEN', string> {
  const secret = () => randomBytes(32).toString('hex');
  return { SITE_TOKEN: secret(), REPORT_TOKEN: secret(), SUBMIT_TOKEN: secret() };
}

/** Starts one and waits until it serves. */
export async function startCmsProcess(options: {
  databaseUrl?: string | undefined;
  folder?: string;
  /** Whether its votes are counted as in `votes.ts`, instead of as in operation. */
  counting: boolean;
  environment: ReturnType<typeof sharedEnvironment> & Readonly<Record<string, string>>;
}): Promise<CmsProcess> {
  const script = join(import.meta.dirname, 'cms-process.mts');
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
  const child = spawn(process.execPath, [...flags, script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines: string[] = [];
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    gone.then(() => reject(new Error(`the CMS ended:\n${lines.join('\n')}`)), reject);
  });
  return {
    address: await ready,
    submitToken: options.environment.SUBMIT_TOKEN,
    output: () => lines.join('\n'),
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

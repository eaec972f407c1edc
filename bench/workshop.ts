import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folders and processes of a benchmark, which go with it. */
export interface Workshop {
  /** Makes a folder. */
  folder(parent: string, name: string): string;
  /** Ends a process at the latest with the benchmark. */
  keep(child: ChildProcess): void;
  /** Ends the processes so far. */
  endProcesses(): void;
  /** Ends what runs and removes what was made. */
  clear(): void;
}

export function workshop(): Workshop {
  const children: ChildProcess[] = [];
  const folders: string[] = [];
  const endProcesses = () => {
    for (const child of children.splice(0)) child.kill('SIGTERM');
  };
  return {
    folder(parent, name) {
      const folder = mkdtempSync(join(parent, name));
      folders.push(folder);
      return folder;
    },
    keep: (child) => void children.push(child),
    endProcesses,
    clear() {
      endProcesses();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const WEB = resolve(import.meta.dirname, '../..');

/**
 * A folder on a disk of a few megabytes: a tmpfs in a mount namespace of its own (Linux,
 * `unshare`), so that no right of the administrator is needed and nothing outside can fill up. It has
 * what the folder has.
 */
export async function smallDisk(folder: string, megabytes: number) {
  const shell = spawn('unshare', ['--map-root-user', '--mount', 'sh'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: shell.stdout });
  shell.stderr.resume();
  onTestFinished(() => void shell.kill('SIGKILL'));
  let turn = 0;

  async function run(command: string): Promise<{ code: number; output: string }> {
    turn += 1;
    const mark = `--- done ${turn}:`;
    const output: string[] = [];
    return await new Promise((done, fail) => {
      const ended = () => fail(new Error(`The shell ended: ${output.join('\n')}`));
      const take = (line: string) => {
        if (!line.startsWith(mark)) return void output.push(line);
        lines.off('line', take);
        lines.off('close', ended);
        done({ code: Number(line.slice(mark.length)), output: output.join('\n') });
      };
      lines.on('line', take);
      lines.once('close', ended);
      shell.stdin.write(`${command} 2>&1; echo "${mark}$?"\n`);
    });
  }

  const before = await mkdtemp(join(tmpdir(), 'passerelle-before-'));
  onTestFinished(() => rm(before, { recursive: true }));
  const mounted = await run(
    `cp -a '${folder}/.' '${before}' && mount -t tmpfs -o size=${megabytes}m none '${folder}' && cp -a '${before}/.' '${folder}'`,
  );
  if (mounted.code !== 0) throw new Error(`No small disk can be made here: ${mounted.output}`);
  const node = (script: string, args: readonly string[], environment: Record<string, string>) => {
    const variables = Object.entries(environment).map(([name, value]) => `${name}='${value}'`);
    return `${variables.join(' ')} '${process.execPath}' '${resolve(WEB, script)}' ${args.join(' ')}`;
  };
  return {
    runNode: (script: string, args: readonly string[], environment: Record<string, string>) =>
      run(node(script, args, environment)),
    /** Starts a script that stays; it ends with the test. */
    async startNode(script: string, environment: Record<string, string>): Promise<void> {
      const { output } = await run(`${node(script, [], environment)} >/dev/null 2>&1 & echo $!`);
      const pid = Number(output);
      onTestFinished(() => {
        process.kill(pid, 'SIGKILL');
      });
    },
    /** Uses up what is left. */
    fill: () => run(`dd if=/dev/zero of='${folder}/ballast' bs=1k; true`),
    free: () => run(`rm '${folder}/ballast'`),
  };
}

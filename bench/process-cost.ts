import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What running a program cost. */
export interface Cost {
  /** From start to exit. */
  seconds: number;
  /** Of all processors, with child processes; a share that wasn't had shows against `seconds`. */
  cpuSeconds: number;
  /** Most memory at one time, of the process and those it started, in MB. */
  peakMb: number;
}

const LOOK_EVERY_MS = 20;
const TICKS_PER_SECOND = 100;

/**
 * Runs a program to its end. Its cost is read from /proc every 20 ms, so the last 20 ms of processor
 * time may be missing.
 *
 * @throws with what it wrote when it ends badly.
 */
export async function measureRun(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Cost & { stdout: string }> {
  const began = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  let peakMb = 0;
  let cpuSeconds = 0;
  const timer = setInterval(() => {
    const now = costOf(child.pid ?? 0);
    peakMb = Math.max(peakMb, now.memoryMb);
    cpuSeconds = Math.max(cpuSeconds, now.cpuSeconds);
  }, LOOK_EVERY_MS);
  let seconds = 0;
  child.once('exit', () => {
    seconds = (performance.now() - began) / 1_000;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  }).finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return { seconds, cpuSeconds, peakMb, stdout };
}

/** Memory resident now and processor time so far, of a process and those below it. */
export function costOf(pid: number): { memoryMb: number; cpuSeconds: number } {
  let pages = 0;
  let ticks = 0;
  for (const each of [pid, ...below(pid)]) {
    const stat = statOf(each);
    if (!stat) continue;
    pages += stat.pages;
    ticks += stat.ticks;
  }
  return { memoryMb: (pages * 4_096) / 2 ** 20, cpuSeconds: ticks / TICKS_PER_SECOND };
}

function below(pid: number): number[] {
  const read = (thread: string) => readOrNothing(`/proc/${pid}/task/${thread}/children`);
  const children = foldersIn(`/proc/${pid}/task`).flatMap((thread) => read(thread).trim().split(' '));
  const pids = children.filter((text) => text !== '').map(Number);
  return [...pids, ...pids.flatMap(below)];
}

// proc(5): the second field, in parentheses, may hold spaces; utime is field 14, cutime 16, rss 24.
function statOf(pid: number): { ticks: number; pages: number } | undefined {
  const text = readOrNothing(`/proc/${pid}/stat`);
  if (text === '') return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3] ?? 0);
  return { ticks: field(14) + field(15) + field(16) + field(17), pages: field(24) };
}

// A process may end between being seen and being read; then it costs nothing any more.
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

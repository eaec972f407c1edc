import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { lockExclusively } from './exclusive-lock.ts';

const MODULE = resolve(import.meta.dirname, 'exclusive-lock.ts');

test('one has it at a time, whoever gives it back', () => {
  const path = join(temporaryDirectory(), 'web/work.lock');
  const release = lockExclusively(path);
  expect(release).toBeDefined();
  expect(lockExclusively(path)).toBeUndefined();
  release?.();
  const next = lockExclusively(path);
  expect(next).toBeDefined();
  next?.();
});

test('it ends with the process that has it, also by kill -9', async () => {
  const path = join(temporaryDirectory(), 'work.lock');
  const program = `import { lockExclusively } from ${JSON.stringify(MODULE)};
    console.log(lockExclusively(${JSON.stringify(path)}) ? 'locked' : 'refused'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = await new Promise<string>((done) => child.stdout.once('data', (data) => done(String(data))));
  expect(said.trim()).toBe('locked');
  expect(lockExclusively(path)).toBeUndefined();
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
  const release = lockExclusively(path);
  expect(release).toBeDefined();
  release?.();
});

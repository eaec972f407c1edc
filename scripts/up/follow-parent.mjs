import { Socket } from 'node:net';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded with `--import` into every program the scripts start. The starter holds the other end of a pipe; when it
 * is gone, however it went, the pipe closes and this program ends too: first by SIGTERM, so that it can finish
 * in order, and after a while with all that it started itself.
 */
const GRACE_MS = 12_000;

const descriptor = Number(process.env.PASSERELLE_PARENT_FD);
// Removed so that programs this one starts do not take a descriptor of theirs for the pipe.
delete process.env.PASSERELLE_PARENT_FD;

if (isMainThread && Number.isInteger(descriptor) && descriptor > 2) {
  const pipe = new Socket({ fd: descriptor, readable: true, writable: false });
  pipe.once('close', end);
  // A reset is a way of closing: 'close' follows.
  pipe.on('error', () => {});
  pipe.resume();
  pipe.unref();
}

function end() {
  setTimeout(killGroup, GRACE_MS).unref();
  process.once('exit', killGroup);
  process.kill(process.pid, 'SIGTERM');
}

function killGroup() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // Not the leader of a group, so only this program is ours to end.
    process.kill(process.pid, 'SIGKILL');
  }
}

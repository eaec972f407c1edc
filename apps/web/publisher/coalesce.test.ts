import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

function fakeTimers() {
  let now = 0;
  let next = 0;
  const due = new Map<number, { at: number; callback: () => void }>();
  return {
    now: () => now,
    set(callback: () => void, milliseconds: number) {
      next += 1;
      due.set(next, { at: now + milliseconds, callback });
      return next;
    },
    clear: (timer: unknown) => void due.delete(Number(timer)),
    async advance(milliseconds: number) {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      const end = now + milliseconds;
      for (;;) {
        const [first] = [...due].sort((a, b) => a[1].at - b[1].at);
        if (!first || first[1].at > end) break;
        due.delete(first[0]);
        now = first[1].at;
        first[1].callback();
        await Promise.resolve();
      }
      now = end;
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

const waits = { quiet: 300, atMost: 5_000 };

test('a hundred requests in a row make one run, after the quiet time', async () => {
  const timers = fakeTimers();
  let runs = 0;
  const work = coalesce(async () => void runs++, waits, timers);
  for (let request = 0; request < 100; request += 1) {
    work.ask();
    await timers.advance(10);
  }
  expect(runs).toBe(0);
  await timers.advance(300);
  expect(runs).toBe(1);
});

test('requests that never pause are served every five seconds', async () => {
  const timers = fakeTimers();
  let runs = 0;
  const work = coalesce(async () => void runs++, waits, timers);
  for (let request = 0; request < 120; request += 1) {
    work.ask();
    await timers.advance(100);
  }
  expect(runs).toBe(2);
});

test('requests during a run make exactly one more', async () => {
  const timers = fakeTimers();
  let runs = 0;
  let finish = () => {};
  const work = coalesce(
    () => {
      runs += 1;
      return new Promise((done) => {
        finish = done;
      });
    },
    waits,
    timers,
  );
  work.ask();
  await timers.advance(300);
  expect(runs).toBe(1);
  work.ask();
  work.ask();
  await timers.advance(10_000);
  expect(runs).toBe(1);
  finish();
  await timers.advance(300);
  expect(runs).toBe(2);
  finish();
  await timers.advance(10_000);
  expect(runs).toBe(2);
});

test('stopping waits for the run and gives up what waits', async () => {
  const timers = fakeTimers();
  let runs = 0;
  const work = coalesce(async () => void runs++, waits, timers);
  work.ask();
  await work.stop();
  await timers.advance(1_000);
  expect(runs).toBe(0);
});

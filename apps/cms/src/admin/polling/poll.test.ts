import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startPoll } from './poll.ts';

/** A page that can be hidden and shown. */
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  turn(to: DocumentVisibilityState): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function poll(read: () => Promise<number>) {
  const page = new Page();
  const shown: (number | null)[] = [];
  const stop = startPoll({
    read,
    show: (answer) => void shown.push(answer),
    pause: (answer) => (answer === null ? 5_000 : answer * 1_000),
    page,
  });
  return { page, shown, stop };
}

test('asks at once, then after the pause that each answer calls for', async () => {
  const answers = [1, 10, 10];
  const read = vi.fn(async () => answers.shift() ?? 0);
  const { shown, stop } = poll(read);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toEqual([1, 10]);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(3);
  stop();
});

test('tells of a failure and goes on', async () => {
  const read = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue(1);
  const { shown, stop } = poll(read);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(shown).toEqual([null, 1]);
  stop();
});

test('rests while the page is hidden and looks at once when it is shown again', async () => {
  const read = vi.fn(async () => 1);
  const { page, stop } = poll(read);
  await vi.advanceTimersByTimeAsync(0);
  page.turn('hidden');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(1);
  page.turn('visible');
  await vi.advanceTimersByTimeAsync(0);
  expect(read).toHaveBeenCalledTimes(2);
  stop();
});

test('never asks twice at a time', async () => {
  let answer: (value: number) => void = () => {};
  const read = vi.fn(
    () =>
      new Promise<number>((resolve) => {
        answer = resolve;
      }),
  );
  const { page, shown, stop } = poll(read);
  page.turn('visible');
  page.turn('visible');
  expect(read).toHaveBeenCalledTimes(1);
  answer(7);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual([7]);
  stop();
});

test('once ended it shows nothing more, asks nothing more and leaves no timer', async () => {
  let answer: (value: number) => void = () => {};
  const read = vi.fn(
    () =>
      new Promise<number>((resolve) => {
        answer = resolve;
      }),
  );
  const { page, shown, stop } = poll(read);
  stop();
  answer(7);
  page.turn('visible');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown).toEqual([]);
  expect(read).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRates } from './rates.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 12) }));
afterEach(() => void vi.useRealTimers());

const open = () => createRates({ now: Date.now, randomBytes });

async function countMany(rates: ReturnType<typeof open>, times: number, address: string) {
  let last: unknown;
  for (let time = 0; time < times; time += 1) last = await rates.count('vote', address);
  return last;
}

test('thirty are cold, three hundred hot, more too many; in ten minutes it is cold again', async () => {
  const rates = open();
  expect(await countMany(rates, 29, '192.0.2.1')).toBe('cold');
  expect(await rates.heat('vote', '192.0.2.1')).toBe('cold');
  expect(await countMany(rates, 1, '192.0.2.1')).toBe('cold');
  expect(await rates.heat('vote', '192.0.2.1')).toBe('hot');
  expect(await countMany(rates, 270, '192.0.2.1')).toBe('hot');
  expect(await countMany(rates, 1, '192.0.2.1')).toBe('too-many');
  expect(await rates.heat('vote', '192.0.2.2')).toBe('cold');
  vi.advanceTimersByTime(10 * 60_000);
  expect(await rates.heat('vote', '192.0.2.1')).toBe('cold');
});

test('those that come at the same moment are all counted', async () => {
  const rates = open();
  const heats = await Promise.all(Array.from({ length: 40 }, () => rates.count('vote', '192.0.2.1')));
  expect(heats.filter((heat) => heat === 'cold')).toHaveLength(30);
});

test('the same network is one, whatever its address looks like', async () => {
  const rates = open();
  await countMany(rates, 15, '2001:db8:1:1200::1');
  await countMany(rates, 16, '2001:db8:1:12ff::9');
  expect(await rates.heat('vote', '2001:db8:1:1234::')).toBe('hot');
});

test('a new day has a new salt: nobody is the same as the day before', async () => {
  const salts: number[] = [];
  const rates = createRates({
    now: Date.now,
    randomBytes: (size) => {
      salts.push(size);
      return randomBytes(size);
    },
  });
  vi.setSystemTime(Date.UTC(2026, 10, 24, 23, 59));
  await countMany(rates, 40, '192.0.2.1');
  vi.setSystemTime(Date.UTC(2026, 10, 25, 0, 1));
  expect(await rates.heat('vote', '192.0.2.1')).toBe('cold');
  expect(salts).toEqual([32, 32]);
});

test('beyond so many networks a new one is hot, and is not remembered', async () => {
  const rates = createRates({ now: Date.now, randomBytes, networks: 3 });
  const count = (host: number) => rates.count('vote', `192.0.2.${host}`);
  expect(await Promise.all([1, 2, 3].map(count))).toEqual(['cold', 'cold', 'cold']);
  expect([await count(4), await count(4), await rates.heat('vote', '192.0.2.5')]).toEqual([
    'hot',
    'hot',
    'hot',
  ]);
  expect(await count(1)).toBe('cold');
  vi.advanceTimersByTime(10 * 60_000);
  expect(await count(4)).toBe('cold');
});

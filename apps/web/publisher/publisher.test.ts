import { CmsError, createFakeClient } from '@passerelle/cms-client';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Built, Progress } from './build.ts';
import { createPublisher } from './publisher.ts';
import { createReporter } from './reporter.ts';

const BEGIN = new Date('2026-11-23T12:00:00.000Z');
const QUIET_MS = 300;
const POLL_MS = 20_000;

beforeEach(() => void vi.useFakeTimers({ now: BEGIN }));
afterEach(() => void vi.useRealTimers());

/** A publisher whose builds end when the test says so. */
function publisherOf(cms = createFakeClient()) {
  const ends: ((failure?: Error) => void)[] = [];
  let ids = 0;
  const publisher = createPublisher({
    builder: {
      async build(_options, report) {
        const { revision } = await cms.revision();
        const progress: Progress = { state: 'building', revision, pagesWritten: 0, pagesTotal: 2 };
        report(progress);
        await new Promise<void>((done, fail) => {
          ends.push((failure) => (failure ? fail(failure) : done()));
        });
        report({ ...progress, state: 'checking', pagesWritten: 2 });
        const built: Built = {
          release: 'release-1',
          revision,
          pagesWritten: 2,
          pagesTotal: 2,
          switched: true,
          warnings: [],
          steps: {},
        };
        return built;
      },
    },
    cms,
    reporter: createReporter(cms, () => {}),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    buildId: () => `build-number-${++ids}`,
    idle: async () => {},
  });
  return {
    cms,
    publisher,
    begun: () => ends.length,
    async end(failure?: Error) {
      ends.at(-1)?.(failure);
      await pass(0);
    },
    told: () => cms.reports.map(({ build, state }) => `${build.at(-1)} ${state}`),
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('a build is told as queued before the quiet time is over, and goes on under the same id', async () => {
  const { cms, publisher, begun, end, told } = publisherOf();
  publisher.notice();
  await pass(QUIET_MS - 1);
  expect(told()).toEqual(['1 queued']);
  expect(begun()).toBe(0);
  await pass(1);
  await end();
  expect(told()).toEqual(['1 queued', '1 building', '1 checking', '1 live']);
  const begin = new Date(BEGIN.getTime() + QUIET_MS).toISOString();
  expect(cms.reports.map(({ startedAt }) => startedAt)).toEqual([BEGIN.toISOString(), begin, begin, begin]);
});

test('many notices are one queued build', async () => {
  const { publisher, told } = publisherOf();
  for (let notice = 0; notice < 10; notice += 1) {
    publisher.notice();
    await pass(10);
  }
  expect(told()).toEqual(['1 queued']);
});

test('what is asked for during a build is told as queued once that has ended', async () => {
  const { publisher, end, told } = publisherOf();
  publisher.notice();
  await pass(QUIET_MS);
  publisher.notice();
  publisher.notice();
  await pass(1_000);
  expect(told()).toEqual(['1 queued', '1 building']);
  await end();
  expect(told().slice(2)).toEqual(['1 checking', '1 live', '2 queued']);
  await pass(QUIET_MS);
  await end();
  expect(told().slice(5)).toEqual(['2 building', '2 checking', '2 live']);
});

test('a build that starts at once takes the place of the one that is queued, which gets another id', async () => {
  const { publisher, begun, end, told } = publisherOf();
  publisher.notice();
  await pass(0);
  const published = publisher.publish({ allowShrink: false });
  await pass(0);
  expect(begun()).toBe(1);
  await end();
  expect(await published).toMatchObject({ ok: true });
  await pass(QUIET_MS);
  await end();
  expect(told()).toEqual([
    ...['1 queued', '1 building', '1 checking', '1 live'],
    ...['2 queued', '2 building', '2 checking', '2 live'],
  ]);
});

test('a CMS that never answers a report holds no build up', async () => {
  const cms = createFakeClient();
  const { publisher, end } = publisherOf({ ...cms, report: () => new Promise(() => {}) });
  const published = publisher.publish({ allowShrink: false });
  await pass(0);
  await end();
  expect(await published).toMatchObject({ ok: true });
});

test('a stop gives up what is queued, and nothing more is told or built', async () => {
  const { publisher, begun, told } = publisherOf();
  publisher.notice();
  await publisher.stop();
  publisher.notice();
  await pass(POLL_MS);
  expect(begun()).toBe(0);
  expect(told()).toEqual(['1 queued']);
});

test('while nothing changes nothing is queued: a release that a person went back to stays', async () => {
  const { publisher, begun, end, told } = publisherOf();
  publisher.start();
  await pass(QUIET_MS);
  await end();
  await pass(10 * POLL_MS);
  expect(begun()).toBe(1);
  expect(told().at(-1)).toBe('1 live');
});

test('while the CMS is away each try is queued, and told in order when it is back', async () => {
  const { cms, publisher, end, told } = publisherOf();
  cms.fail(new CmsError('unreachable', 'down'));
  publisher.start();
  await pass(QUIET_MS + 2_000 + QUIET_MS);
  cms.fail(null);
  await pass(POLL_MS);
  await end();
  expect(told()).toEqual([
    ...['1 failed', '2 failed'],
    ...['3 queued', '3 building', '3 checking', '3 live'],
  ]);
});

import type { ReleaseReport } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { type Build, type Situation, siteStatus, summarize } from './status.ts';

const NOW = new Date('2026-11-23T19:02:30.000Z');
const at = (clock: string) => `2026-11-23T${clock}.000Z`;

function build(report: Partial<ReleaseReport> & Pick<ReleaseReport, 'state' | 'revision'>): Build {
  const ended = ['live', 'failed', 'rolled-back'].includes(report.state);
  const whole: ReleaseReport = {
    build: `build-${report.state}-${report.revision}`,
    startedAt: at('19:02:09'),
    finishedAt: ended ? at('19:02:11') : null,
    durationMs: ended ? 2000 : null,
    pagesWritten: 3,
    pagesTotal: 60,
    failure:
      report.state === 'failed'
        ? { code: 'page-failed', detail: '/nouvelles/ was answered with 500.' }
        : null,
    ...report,
  };
  return { report: whole, reportedAt: whole.finishedAt ?? at('19:02:10') };
}

const situation = (rest: Partial<Situation>): Situation => ({
  changed: { revision: 7, at: at('19:02:08') },
  published: true,
  builds: [],
  everyBuild: true,
  now: NOW,
  ...rest,
});

test('a draft that never was public is offline', () => {
  expect(siteStatus(situation({ changed: null, published: false }))).toEqual({
    state: 'offline',
    since: null,
  });
});

test('a published change is live since the first build that shows it, whatever is built afterwards', () => {
  const first = build({ state: 'live', revision: 8, finishedAt: at('19:02:11') });
  const later = build({ state: 'live', revision: 12, finishedAt: at('19:02:25') });
  const before = build({ state: 'live', revision: 6, finishedAt: at('19:00:00') });
  const running = build({ state: 'building', revision: 13 });
  const builds = [running, later, first, before];
  expect(siteStatus(situation({ builds }))).toEqual({ state: 'live', since: at('19:02:11') });
});

test('a failure between two live builds does not move the instant', () => {
  const builds = [
    build({ state: 'live', revision: 9, finishedAt: at('19:02:25') }),
    build({ state: 'failed', revision: 8 }),
    build({ state: 'live', revision: 7, finishedAt: at('19:02:12') }),
  ];
  expect(siteStatus(situation({ builds }))).toEqual({ state: 'live', since: at('19:02:12') });
});

test('when the first build that showed it has been forgotten, the change itself dates it', () => {
  const builds = [build({ state: 'live', revision: 900 }), build({ state: 'live', revision: 700 })];
  const status = siteStatus(situation({ builds, everyBuild: false }));
  expect(status).toEqual({ state: 'live', since: at('19:02:08') });
});

test('a change no build has taken up waits, and is late after a minute', () => {
  const builds = [build({ state: 'live', revision: 6 })];
  const waiting = { state: 'waiting', since: at('19:02:08'), leaving: false };
  expect(siteStatus(situation({ builds }))).toEqual({ ...waiting, late: false });
  expect(siteStatus(situation({ builds, now: new Date(at('19:03:09')) }))).toEqual({
    ...waiting,
    late: true,
  });
});

test('a change made during a build waits for the next one', () => {
  const running = { ...build({ state: 'building', revision: 6 }), reportedAt: at('19:03:08') };
  const status = siteStatus(situation({ builds: [running], now: new Date(at('19:03:09')) }));
  expect(status).toMatchObject({ state: 'waiting', late: false });
});

test.each(['building', 'checking'] as const)('a build that takes it along shows as such: %s', (state) => {
  expect(siteStatus(situation({ builds: [build({ state, revision: 7 })] }))).toEqual({
    state: 'building',
    pagesWritten: 3,
    pagesTotal: 60,
    elapsedMs: 21_000,
    leaving: false,
  });
});

test('a build that is queued has not taken it along yet', () => {
  const builds = [build({ state: 'queued', revision: 7 })];
  expect(siteStatus(situation({ builds }))).toMatchObject({ state: 'waiting', late: false });
});

test('after a rollback, what the earlier release lacks is not live, and what it has is', () => {
  const builds = [build({ state: 'rolled-back', revision: 6 }), build({ state: 'live', revision: 7 })];
  expect(siteStatus(situation({ builds }))).toEqual({
    state: 'rolled-back',
    at: at('19:02:11'),
    leaving: false,
  });
  const older = { revision: 5, at: at('18:00:00') };
  expect(siteStatus(situation({ builds, changed: older }))).toMatchObject({ state: 'live' });
  const again = [build({ state: 'live', revision: 8 }), ...builds];
  expect(siteStatus(situation({ builds: again }))).toMatchObject({ state: 'live' });
});

test('a build that has fallen silent no longer counts', () => {
  const builds = [build({ state: 'building', revision: 7 })];
  const status = siteStatus(situation({ builds, now: new Date(at('19:03:11')) }));
  expect(status).toMatchObject({ state: 'waiting', late: true });
});

test('a failed build of the change is told with its reason', () => {
  const builds = [build({ state: 'failed', revision: 7 }), build({ state: 'live', revision: 6 })];
  expect(siteStatus(situation({ builds }))).toEqual({
    state: 'failed',
    at: at('19:02:11'),
    failure: { code: 'page-failed', detail: '/nouvelles/ was answered with 500.' },
    leaving: false,
  });
});

test('a build that failed before it read the content counts when it began after the change', () => {
  const failed = build({
    state: 'failed',
    revision: 6,
    failure: { code: 'cms-unreachable', detail: 'time-out' },
  });
  expect(siteStatus(situation({ builds: [failed] }))).toMatchObject({
    state: 'failed',
    failure: { code: 'cms-unreachable' },
  });
  const changed = { revision: 7, at: at('19:02:10') };
  expect(siteStatus(situation({ builds: [failed], changed }))).toMatchObject({ state: 'waiting' });
});

test('a failure without a reason is an unknown one', () => {
  const builds = [build({ state: 'failed', revision: 7, failure: null })];
  expect(siteStatus(situation({ builds }))).toMatchObject({ failure: { code: 'unknown', detail: '' } });
});

test('what was taken away is leaving until a build has shown it, then offline', () => {
  const gone = { published: false };
  const stillShown = build({ state: 'live', revision: 6 });
  expect(siteStatus(situation({ ...gone, builds: [stillShown] }))).toMatchObject({
    state: 'waiting',
    leaving: true,
  });
  const running = build({ state: 'building', revision: 7 });
  expect(siteStatus(situation({ ...gone, builds: [running, stillShown] }))).toMatchObject({
    state: 'building',
    leaving: true,
  });
  const builds = [build({ state: 'live', revision: 7, finishedAt: at('19:02:12') }), stillShown];
  expect(siteStatus(situation({ ...gone, builds }))).toEqual({ state: 'offline', since: at('19:02:12') });
});

test('a clock that runs ahead never gives a negative time', () => {
  const builds = [build({ state: 'building', revision: 7, startedAt: at('19:02:50') })];
  expect(siteStatus(situation({ builds }))).toMatchObject({ elapsedMs: 0 });
});

test('only the newest build can still be going on', () => {
  const builds = [
    build({ state: 'building', revision: 9 }),
    build({ state: 'building', revision: 8 }),
    build({ state: 'live', revision: 7 }),
    build({ state: 'failed', revision: 6 }),
  ];
  expect(summarize(builds, NOW).map(({ abandoned }) => abandoned)).toEqual([false, true, false, false]);
  expect(summarize(builds, new Date(at('19:10:00')))[0]?.abandoned).toBe(true);
});

test('a queued build that never began: a later one, or a minute, shows that it came to nothing', () => {
  const queued = build({ state: 'queued', revision: 7 });
  const abandoned = (builds: Build[], now = NOW) =>
    summarize(builds, now).map((summary) => [summary.report.state, summary.abandoned]);
  expect(abandoned([queued])).toEqual([['queued', false]]);
  expect(abandoned([queued], new Date(at('19:03:11')))).toEqual([['queued', true]]);
  expect(abandoned([build({ state: 'building', revision: 7 }), queued])).toEqual([
    ['building', false],
    ['queued', true],
  ]);
  const status = siteStatus(situation({ builds: [queued], now: new Date(at('19:03:11')) }));
  expect(status).toMatchObject({ state: 'waiting', late: true });
});

test('going back during a build does not make it look interrupted', () => {
  const builds = [build({ state: 'rolled-back', revision: 6 }), build({ state: 'building', revision: 7 })];
  expect(summarize(builds, NOW).map(({ abandoned }) => abandoned)).toEqual([false, false]);
  expect(siteStatus(situation({ builds }))).toMatchObject({ state: 'building' });
});

test('a removal that an earlier release does not know is leaving still', () => {
  const builds = [build({ state: 'rolled-back', revision: 6 }), build({ state: 'live', revision: 7 })];
  expect(siteStatus(situation({ published: false, builds }))).toMatchObject({
    state: 'rolled-back',
    leaving: true,
  });
});

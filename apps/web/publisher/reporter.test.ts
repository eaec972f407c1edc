import { CmsError, createFakeClient } from '@passerelle/cms-client';
import type { ReleaseReport } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { createReporter } from './reporter.ts';

const report = (state: ReleaseReport['state'], build = 'build-one'): ReleaseReport => ({
  build,
  state,
  revision: 1,
  startedAt: '2026-11-23T12:00:00.000Z',
  finishedAt: null,
  durationMs: null,
  pagesWritten: 0,
  pagesTotal: 1,
  failure: null,
});

test('a report that could not be delivered is delivered later, the newest one', async () => {
  const cms = createFakeClient();
  const failures: unknown[] = [];
  const reporter = createReporter(cms, (error) => failures.push(error));
  cms.fail(new CmsError('unreachable', 'down'));
  reporter.report(report('building'));
  await reporter.flush();
  reporter.report(report('live'));
  await reporter.flush();
  expect(failures.length).toBeGreaterThan(0);
  cms.fail(null);
  await reporter.flush();
  expect(cms.reports.map(({ state }) => state)).toEqual(['live']);
});

test('of reports that wait, the newest counts', async () => {
  const cms = createFakeClient();
  const reporter = createReporter(cms, () => {});
  for (const state of ['queued', 'building', 'checking', 'live'] as const) reporter.report(report(state));
  await reporter.flush();
  expect(cms.reports.at(-1)?.state).toBe('live');
});

test('while the CMS is away, the end of each build is kept, in order', async () => {
  const cms = createFakeClient();
  const reporter = createReporter(cms, () => {});
  cms.fail(new CmsError('unreachable', 'down'));
  reporter.report(report('building'));
  await reporter.flush();
  reporter.report(report('live'));
  reporter.report(report('queued', 'build-two'));
  await reporter.flush();
  cms.fail(null);
  await reporter.flush();
  expect(cms.reports.map(({ build, state }) => `${build} ${state}`)).toEqual([
    'build-one live',
    'build-two queued',
  ]);
});

test('a report that comes the moment the one before is delivered is not left lying', async () => {
  const delivered: string[] = [];
  const reporter = createReporter({ report: async ({ state }) => void delivered.push(state) }, () => {});
  for (let turns = 0; turns < 6; turns += 1) {
    reporter.report(report('building'));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    reporter.report(report('live'));
    await new Promise((done) => setImmediate(done));
    expect(delivered.splice(0).at(-1)).toBe('live');
  }
});

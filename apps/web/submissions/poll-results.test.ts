import { createFakeSubmissionsCms } from '@passerelle/cms-client';
import type { PollResults } from '@passerelle/contracts';
import { expect, test } from 'vitest';
import { POLL } from '../tests/support/votes.ts';
import { createPollResults } from './poll-results.ts';

const withBallots = (ballots: number): PollResults => ({
  poll: POLL,
  state: 'open',
  mode: 'always',
  counts: { ballots, options: [] },
  tooFew: false,
  closedAt: null,
  hash: null,
});

function open() {
  const cms = createFakeSubmissionsCms();
  let now = 0;
  let asked = 0;
  let failures = 0;
  let away = false;
  const results = createPollResults({
    client: {
      pollResults: (poll) => {
        asked += 1;
        return cms.pollResults(poll);
      },
    },
    now: () => now,
    isAway: () => away,
    failed: () => {
      failures += 1;
    },
  });
  const at = async (time: number, poll = POLL) => {
    now = time;
    return (await results(poll))?.counts?.ballots ?? null;
  };
  const setAway = (to: boolean) => {
    away = to;
  };
  return { cms, at, results, asked: () => asked, failures: () => failures, setAway };
}

test('a CMS known to be away is not waited for: what was known within the last minute is told, or nothing', async () => {
  const { cms, at, asked, setAway } = open();
  cms.show(withBallots(1));
  expect([await at(0), asked()]).toEqual([1, 1]);
  setAway(true);
  expect([await at(30_000), asked()]).toEqual([1, 1]);
  expect([await at(60_001), asked()]).toEqual([null, 1]);
  setAway(false);
  expect([await at(60_002), asked()]).toEqual([1, 2]);
});

test('they are asked for once a second, by however many', async () => {
  const { cms, at, results, asked } = open();
  cms.show(withBallots(1));
  await Promise.all(Array.from({ length: 50 }, () => results(POLL)));
  expect(asked()).toBe(1);
  cms.show(withBallots(2));
  expect([await at(999), asked()]).toEqual([1, 1]);
  expect([await at(1_000), asked()]).toEqual([2, 2]);
});

test('while the CMS is away the last ones are given for a minute, then none; it is still asked once a second', async () => {
  const { cms, at, asked } = open();
  cms.show(withBallots(1));
  expect(await at(0)).toBe(1);
  cms.fault = 'unreachable';
  for (let time = 1_000; time <= 60_000; time += 500) expect(await at(time)).toBe(1);
  expect(asked()).toBe(61);
  expect(await at(61_000)).toBeNull();
  cms.fault = 'none';
  expect(await at(62_000)).toBe(1);
});

test('a poll that there is not has none, and is no fault', async () => {
  const { at, asked, failures } = open();
  expect([await at(0), await at(500), asked(), failures()]).toEqual([null, null, 1, 0]);
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { start } from './support/processes.ts';
import { smallDisk } from './support/small-disk.ts';
import {
  inSpool,
  keysOf,
  linesOf,
  prepareSite,
  SITE,
  startSite,
  times,
} from './support/submissions-start.ts';
import { vote, votes } from './support/votes.ts';

/** What is acknowledged is there once, whatever happens to the CMS, the web server and the disk. */

test('with the CMS there, each is accepted, and those that come together go together', async () => {
  const { cms, post } = await startSite({ delay: 20 });
  const all = votes(100);
  expect(new Set((await Promise.all(all.map((one) => post(one)))).map(({ outcome }) => outcome))).toEqual(
    new Set(['accepted']),
  );
  expect(cms.effects).toHaveLength(100);
  expect(cms.batches.length).toBeLessThan(60);
});

test('with the CMS down each is received; when it is back each is there once, in order', async () => {
  const { cms, dataDir, post, postAll } = await startSite();
  cms.fault = 'unreachable';
  const all = votes(150);
  expect(new Set(await postAll(all))).toEqual(new Set(['received']));
  expect(inSpool(dataDir)).toBe(150);
  cms.fault = 'none';
  await expect.poll(() => cms.effects.length, { timeout: 35_000 }).toBe(150);
  expect(keysOf(cms.effects)).toEqual(keysOf(all));
  await expect.poll(() => inSpool(dataDir)).toBe(0);
  expect((await post(vote())).outcome).toBe('accepted');
});

test('when the CMS hangs the visitor is told after three seconds, the next ones at once', async () => {
  const { cms, post } = await startSite();
  cms.fault = 'hang';
  const began = performance.now();
  const first = vote();
  expect((await post(first)).outcome).toBe('received');
  const waited = performance.now() - began;
  expect(waited).toBeGreaterThan(2_900);
  expect(waited).toBeLessThan(5_000);
  expect((await post(vote())).status).toBe(202);
  expect(performance.now() - began - waited).toBeLessThan(1_000);
  cms.fault = 'none';
  await expect.poll(() => cms.effects.length, { timeout: 35_000 }).toBe(2);
  expect(cms.effects[0]?.key).toBe(first.key);
});

test('when the answer is cut off after the CMS has it, the same key goes again, with one effect', async () => {
  const { cms, dataDir, post } = await startSite();
  cms.fault = 'cut';
  const one = vote();
  expect((await post(one)).outcome).toBe('received');
  expect(keysOf(cms.effects)).toEqual([one.key]);
  cms.fault = 'none';
  await expect.poll(() => inSpool(dataDir), { timeout: 35_000 }).toBe(0);
  expect(keysOf(cms.effects)).toEqual([one.key]);
  expect(cms.batches.length).toBeGreaterThan(1);
  expect((await post(one)).outcome).toBe('accepted');
});

test('killed with submissions in the spool, under load, again and again: all acknowledged are there once', async () => {
  const { cms, dataDir, environment, listening, post } = await prepareSite();
  cms.fault = 'unreachable';
  const acknowledged: string[] = [];
  for (const round of times(8)) {
    const server = start(SITE, environment);
    await listening();
    const target = acknowledged.length + 10 + round * 3;
    const visitors = times(6).map(async () => {
      while (server.child.exitCode === null && server.child.signalCode === null) {
        const one = vote();
        const answer = await post(one).catch(() => undefined);
        if (answer?.status === 202) acknowledged.push(one.key);
        // While answers are on their way.
        if (acknowledged.length >= target) server.child.kill('SIGKILL');
      }
    });
    await Promise.all([...visitors, server.ended]);
  }
  expect(acknowledged.length).toBeGreaterThan(100);
  cms.fault = 'none';
  start(SITE, environment);
  await listening();
  await expect.poll(() => inSpool(dataDir), { timeout: 35_000 }).toBe(0);
  const there = keysOf(cms.effects);
  expect(new Set(there).size).toBe(there.length);
  expect(acknowledged.filter((key) => !there.includes(key))).toEqual([]);
});

test('what can not be kept is not acknowledged: the spool is bounded', async () => {
  const { cms, dataDir, postAll } = await startSite({}, { SPOOL_MAX_MB: '0.002' });
  cms.fault = 'unreachable';
  const outcomes = await postAll(votes(12));
  const kept = outcomes.filter((outcome) => outcome === 'received').length;
  expect(kept).toBeGreaterThan(2);
  expect(outcomes.slice(kept)).toEqual(Array(12 - kept).fill('unavailable'));
  expect(inSpool(dataDir)).toBe(kept);
  cms.fault = 'none';
  await expect.poll(() => cms.effects.length, { timeout: 35_000 }).toBe(kept);
});

test('with a full disk it is said that nothing was kept; with room again it goes on, and the file is whole', async () => {
  const { cms, dataDir, environment, listening, post, postAll } = await prepareSite();
  const disk = await smallDisk(join(dataDir, 'web'), 4);
  await disk.startNode(SITE, environment);
  await listening();
  cms.fault = 'unreachable';
  const before = votes(5);
  expect(new Set(await postAll(before))).toEqual(new Set(['received']));
  await disk.fill();
  const during = votes(200);
  const outcomes = await postAll(during);
  expect(outcomes.at(-1)).toBe('unavailable');
  expect((await post(vote())).status).toBe(503);
  await disk.free();
  const after = votes(5);
  expect(new Set(await postAll(after))).toEqual(new Set(['received']));
  cms.fault = 'none';
  const kept = [...before, ...during.filter((_, index) => outcomes[index] === 'received'), ...after];
  await expect.poll(() => cms.effects.length, { timeout: 35_000 }).toBe(kept.length);
  expect(keysOf(cms.effects)).toEqual(keysOf(kept));
});

test('on SIGTERM those who wait for the CMS are answered, and what is kept is there for the next start', async () => {
  const { dataDir, server, post } = await startSite({ delay: 500 });
  const waiting = votes(10).map((one) => post(one));
  await new Promise((done) => setTimeout(done, 100));
  server.child.kill('SIGTERM');
  expect(new Set((await Promise.all(waiting)).map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  expect(await server.ended).toBe(0);
  expect(inSpool(dataDir)).toBe(0);
});

test('two workers share the spool: each is forwarded once, also when one is killed', async () => {
  const { cms, dataDir, post, server } = await startSite({}, { WEB_WORKERS: '2' });
  cms.fault = 'unreachable';
  const all = votes(80);
  const answers = await Promise.all(all.map((one) => post(one)));
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['received']));
  expect(inSpool(dataDir)).toBe(80);
  const pids = linesOf(server).flatMap(({ msg, pid }) => (msg === 'listening' ? [Number(pid)] : []));
  expect(pids).toHaveLength(2);
  process.kill(pids[0] ?? 0, 'SIGKILL');
  cms.fault = 'none';
  await expect.poll(() => inSpool(dataDir), { timeout: 40_000 }).toBe(0);
  expect(cms.effects).toHaveLength(80);
  expect(new Set(keysOf(cms.effects))).toEqual(new Set(keysOf(all)));
});

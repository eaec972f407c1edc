import { join } from 'node:path';
import { CmsError, createFakeSubmissionsCms, type FakeSubmissionsOptions } from '@passerelle/cms-client';
import type { Submission } from '@passerelle/contracts';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { lockExclusively } from '../../files/exclusive-lock.ts';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { vote, votes } from '../../tests/support/votes.ts';
import { createForwarder } from './forwarder.ts';
import { createSpool } from './spool.ts';
import { openSpoolStore } from './store.ts';

const FAST = { look: 5, away: [5, 40], failed: [1, 4], alarm: 10 } as const;
const accepted = { outcome: 'accepted' } as const;

function open(options: FakeSubmissionsOptions = {}, directory = temporaryDirectory()) {
  const cms = createFakeSubmissionsCms(options);
  const store = openSpoolStore(join(directory, 'spool.sqlite'));
  const spool = createSpool(store, { items: 10_000, bytes: 100_000_000 }, (error) => {
    throw error;
  });
  let answered = 0;
  const forwarder = createForwarder({
    spool,
    client: cms,
    lock: () => lockExclusively(join(directory, 'lock')),
    answered: () => {
      answered += 1;
    },
    log: pino({ level: 'silent' }),
    now: Date.now,
    random: () => 0,
    pace: FAST,
  });
  onTestFinished(async () => {
    await forwarder.stop();
    store.close();
  });
  const keepAll = (submissions: readonly Submission[]) =>
    Promise.all(
      submissions.map(async (one) => {
        const { form, requestId, receivedAt } = one;
        return await spool.keep({ form, requestId, receivedAt, box: Buffer.from(JSON.stringify(one)) });
      }),
    );
  const isEmpty = () => expect.poll(() => spool.held().items).toBe(0);
  return { cms, spool, forwarder, keepAll, isEmpty, answered: () => answered };
}

test('what waits goes in order, a hundred at a time, and is gone', async () => {
  const { cms, forwarder, keepAll, isEmpty, answered } = open();
  const all = votes(250);
  await keepAll(all);
  forwarder.start();
  await isEmpty();
  expect(cms.effects).toEqual(all);
  expect(cms.batches).toEqual([100, 100, 50]);
  expect(answered()).toBe(3);
});

test('while the CMS is away nothing is lost and no try is counted', async () => {
  const { cms, spool, forwarder, keepAll, isEmpty } = open();
  const all = votes(5);
  for (const fault of ['unreachable', 'failed'] as const) {
    cms.fault = fault;
    await keepAll(all.splice(0, 2));
    forwarder.start();
    await new Promise((done) => setTimeout(done, 300));
    expect(spool.due(Date.now(), 10).every(({ attempts }) => attempts === 0)).toBe(true);
  }
  cms.fault = 'none';
  forwarder.hurry();
  await isEmpty();
  expect(cms.effects).toHaveLength(4);
});

test('when the answer is lost the same keys are sent again, with one effect', async () => {
  const { cms, forwarder, keepAll, isEmpty } = open();
  const all = votes(3);
  await keepAll(all);
  cms.fault = 'cut';
  forwarder.start();
  await expect.poll(() => cms.batches.length).toBeGreaterThan(1);
  cms.fault = 'none';
  await isEmpty();
  expect(cms.effects).toEqual(all);
});

test('one that fails eight times is set aside with an alarm; the others go past it', async () => {
  const [poison, ...others] = votes(4);
  let tried = 0;
  const { cms, spool, forwarder, keepAll } = open({
    decide: ({ key }) => {
      if (key !== poison?.key) return accepted;
      tried += 1;
      return { outcome: 'failed' };
    },
  });
  await keepAll(poison ? [poison, ...others] : []);
  forwarder.start();
  await expect.poll(() => cms.alarms.length).toBe(1);
  expect(tried).toBe(8);
  expect(cms.effects).toEqual(others);
  const { form, requestId, receivedAt } = poison ?? vote();
  expect(cms.alarms).toEqual([{ form, requestId, receivedAt, attempts: 8 }]);
  expect(spool.held().items).toBe(1);
  await new Promise((done) => setTimeout(done, 50));
  expect(cms.alarms).toHaveLength(1);
});

test('one that was set aside is sent again when a person asks for it, once, in its old place', async () => {
  const [poison, ...others] = votes(3);
  let mended = false;
  const { cms, spool, forwarder, keepAll, isEmpty } = open({
    decide: ({ key }) => (key === poison?.key && !mended ? { outcome: 'failed' } : accepted),
  });
  await keepAll(poison ? [poison, ...others] : []);
  forwarder.start();
  await expect.poll(() => cms.alarms.length).toBe(1);
  const [aside] = spool.poisoned();
  expect(aside).toMatchObject({ requestId: poison?.requestId, attempts: 8 });
  expect(await spool.retry((aside?.id ?? 0) + 1)).toBe(false);

  // Not mended yet: it is set aside anew, and that is told of.
  expect(await spool.retry(aside?.id ?? 0)).toBe(true);
  await expect.poll(() => cms.alarms.length).toBe(2);
  mended = true;
  expect(await spool.retry(spool.poisoned()[0]?.id ?? 0)).toBe(true);
  await isEmpty();
  expect(spool.poisoned()).toEqual([]);
  expect(cms.effects).toEqual([...others, poison]);
});

test('a batch that the CMS does not take is cut up until the one is found', async () => {
  const [poison, ...others] = votes(64);
  const { cms, forwarder, keepAll } = open();
  const real = cms.submitSealed;
  cms.submitSealed = (boxes) =>
    boxes.some((box) => atob(box).includes(poison?.key ?? '?'))
      ? Promise.reject(new CmsError('rejected', 'no'))
      : real(boxes);
  await keepAll(poison ? [...others.slice(0, 30), poison, ...others.slice(30)] : []);
  forwarder.start();
  await expect.poll(() => cms.alarms.length, { timeout: 5_000 }).toBe(1);
  await expect.poll(() => cms.effects.length, { timeout: 5_000 }).toBe(63);
});

test('what the CMS refuses is answered, and gone', async () => {
  const { cms, forwarder, keepAll, isEmpty } = open({
    decide: () => ({ outcome: 'refused', code: 'closed' }),
  });
  await keepAll(votes(2));
  forwarder.start();
  await isEmpty();
  expect(cms.alarms).toEqual([]);
});

test('an alarm that is not delivered is sent again', async () => {
  const { cms, forwarder, keepAll } = open({ decide: () => ({ outcome: 'failed' }) });
  const real = cms.alarm;
  let lost = 0;
  cms.alarm = async (alarm) => {
    lost += 1;
    if (lost < 3) throw new CmsError('failed', 'no');
    await real(alarm);
  };
  await keepAll(votes(1));
  forwarder.start();
  await expect.poll(() => cms.alarms.length).toBe(1);
});

test('of two processes one forwards, and the other when that one stops', async () => {
  const directory = temporaryDirectory();
  const [one, other] = [open({}, directory), open({}, directory)];
  one.forwarder.start();
  await one.keepAll(votes(1));
  await one.isEmpty();
  other.forwarder.start();
  await other.keepAll(votes(1));
  await one.isEmpty();
  expect([one.cms.effects.length, other.cms.effects.length]).toEqual([2, 0]);
  await one.forwarder.stop();
  await other.keepAll(votes(1));
  await other.isEmpty();
  expect(other.cms.effects).toHaveLength(1);
});

test('it stops at once though the CMS does not answer, and what waits is there', async () => {
  const { cms, spool, forwarder, keepAll } = open();
  cms.fault = 'hang';
  await keepAll(votes(2));
  forwarder.start();
  await new Promise((done) => setTimeout(done, 20));
  const began = performance.now();
  await forwarder.stop();
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(spool.held().items).toBe(2);
});

import { CmsError, createFakeSubmissionsCms, type FakeSubmissionsOptions } from '@passerelle/cms-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { vote, votes } from '../../tests/support/votes.ts';
import { createBreaker } from './breaker.ts';
import { createHandOver } from './hand-over.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const accepted = { outcome: 'accepted' };

function open(options: FakeSubmissionsOptions = {}) {
  const cms = createFakeSubmissionsCms(options);
  const failures: unknown[] = [];
  const breaker = createBreaker(
    () => performance.now(),
    () => {},
  );
  const handOver = createHandOver({ client: cms, breaker, failed: (error) => failures.push(error) });
  return { cms, failures, breaker, ...handOver };
}

test('one alone goes at once', async () => {
  const { cms, submit } = open();
  expect(await submit(vote())).toEqual(accepted);
  expect(cms.batches).toEqual([1]);
});

test('two requests are under way, and what comes meanwhile goes together', async () => {
  const { cms, submit } = open({ delay: 10 });
  const first = submit(vote());
  await vi.advanceTimersByTimeAsync(1);
  const second = submit(vote());
  await vi.advanceTimersByTimeAsync(1);
  const many = votes(250).map(submit);
  await vi.advanceTimersByTimeAsync(200);
  expect(new Set((await Promise.all([first, second, ...many])).map((answer) => answer?.outcome))).toEqual(
    new Set(['accepted']),
  );
  expect(cms.batches).toEqual([1, 1, 100, 100, 50]);
});

test('each has its own answer; what failed has none', async () => {
  const { submit } = open({
    decide: ({ locale }) =>
      locale === 'en-CA' ? { outcome: 'failed' } : { outcome: 'refused', code: 'closed' },
  });
  const answers = await Promise.all([submit(vote()), submit(vote({ locale: 'en-CA' })), submit(vote())]);
  const refused = { outcome: 'refused', code: 'closed' };
  expect(answers).toEqual([refused, null, refused]);
});

test('nobody waits longer than three seconds, whoever came in between', async () => {
  const { cms, submit } = open();
  cms.fault = 'hang';
  const started = performance.now();
  const waits: number[] = [];
  const send = () => submit(vote()).then((answer) => [answer, waits.push(performance.now() - started)]);
  const sent = [send()];
  await vi.advanceTimersByTimeAsync(1_000);
  sent.push(send(), send(), send());
  await vi.advanceTimersByTimeAsync(3_000);
  expect((await Promise.all(sent)).map(([answer]) => answer)).toEqual([null, null, null, null]);
  expect(waits).toEqual([3_000, 4_000, 4_000, 4_000]);
});

test('who has waited in vain knows that the CMS is away', async () => {
  const { breaker, submit } = open({ delay: 60_000 });
  const known = submit(vote()).then(() => breaker.isAway());
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await known).toBe(true);
});

test('when the CMS is away the next ones do not ask, but for one in two seconds; then all do again', async () => {
  const { cms, failures, submit } = open();
  cms.fault = 'unreachable';
  expect(await submit(vote())).toBeNull();
  cms.fault = 'none';
  expect(await submit(vote())).toBeNull();
  expect(failures).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await submit(vote())).toEqual(accepted);
  expect(await submit(vote())).toEqual(accepted);
});

test('those that gather while the CMS goes away do not wait for their own time-out', async () => {
  let fail: (error: Error) => void = () => {};
  const submitBatch = vi.fn(() => new Promise<never>((_, reject) => (fail = reject)));
  const breaker = createBreaker(
    () => performance.now(),
    () => {},
  );
  const { submit } = createHandOver({ client: { submit: submitBatch }, breaker, failed: () => {} });
  const sent = votes(2).map(submit);
  await vi.advanceTimersByTimeAsync(1);
  sent.push(submit(vote()));
  await vi.advanceTimersByTimeAsync(1);
  const gathered = submit(vote());
  fail(new CmsError('timeout', 'too slow'));
  expect(await gathered).toBeNull();
  expect(submitBatch).toHaveBeenCalledTimes(2);
});

test('a batch that the CMS does not take says nothing of the next one', async () => {
  const { cms, submit } = open();
  const real = cms.submit;
  cms.submit = () => Promise.reject(new CmsError('rejected', 'no'));
  expect(await submit(vote())).toBeNull();
  cms.submit = real;
  expect(await submit(vote())).toEqual(accepted);
});

test('it is drained when the last answer is there', async () => {
  const { submit, drained } = open({ delay: 50 });
  const answers: unknown[] = [];
  for (const one of votes(3)) void submit(one).then((answer) => answers.push(answer));
  const ended = drained();
  await vi.advanceTimersByTimeAsync(100);
  await ended;
  expect(answers).toHaveLength(3);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubmissionsClient, type FakeSubmissionsOptions } from '@passerelle/cms-client';
import { submissionsClientSuite } from '@passerelle/cms-client/submissions-suite';
import type { Submission } from '@passerelle/contracts';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { releaseStore } from '../releases/store.ts';
import { sealTo } from '../submissions/spool/sealing.ts';
import { temporaryDirectory } from './support/directory.ts';
import { type Started, siteEnvironment, start } from './support/processes.ts';
import { keepFile, writeRelease } from './support/release.ts';
import { smallDisk } from './support/small-disk.ts';
import { serveSubmissionsCms } from './support/submissions-cms.ts';
import { POLL, sealingKeys, vote, votes } from './support/votes.ts';

/** The web server in processes of its own, with a CMS whose faults are ours to choose. */

const SITE = 'tests/support/submissions-site.ts';

submissionsClientSuite('submissions to the CMS in memory, over HTTP', async () => {
  const { publicKey, open } = await sealingKeys();
  const { cms, port } = await serveSubmissionsCms({ open });
  cms.show({
    poll: POLL,
    state: 'open',
    mode: 'always',
    counts: null,
    tooFew: true,
    closedAt: null,
    hash: null,
  });
  const seal = await sealTo(publicKey);
  return {
    client: createSubmissionsClient({ url: `http://127.0.0.1:${port}`, token: 'u'.repeat(40) }),
    poll: POLL,
    fresh: (choice = 0) => vote({ body: { poll: POLL, choices: [choice === 0 ? 'quebec' : 'federal'] } }),
    seal: async (text) => Buffer.from(seal(text)).toString('base64'),
  };
});

const answerSchema = z.object({ outcome: z.string(), code: z.string().optional() });

async function prepare(options: FakeSubmissionsOptions = {}, more: Record<string, string> = {}) {
  const keys = await sealingKeys();
  const { cms, port } = await serveSubmissionsCms({ open: keys.open, ...options });
  const dataDir = temporaryDirectory();
  const store = releaseStore(dataDir);
  await writeRelease(store, 'release-one', { '/': await keepFile(store, 'accueil') });
  await store.switchTo('release-one');
  const environment = {
    ...(await siteEnvironment(dataDir, port)),
    SUBMISSIONS_PUBLIC_KEY: keys.publicKey,
    ...more,
  };
  const site = environment.SITE_URL;
  const listening = () =>
    expect
      .poll(
        () =>
          fetch(`${site}/healthz`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(200);
  const post = async (submission: Submission, sent?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${site}/vote/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site, ...headers },
      body: JSON.stringify({ submission, sent }),
    });
    const { outcome, code } = answerSchema.parse(await response.json());
    return {
      status: response.status,
      outcome: code ?? outcome,
      retryAfter: response.headers.get('retry-after'),
    };
  };
  const postAll = async (submissions: readonly Submission[]) => {
    const answers = [];
    // In turn, so that their order is known.
    for (const one of submissions) answers.push((await post(one)).outcome);
    return answers;
  };
  return { cms, dataDir, environment, site, listening, post, postAll };
}

async function startSite(options: FakeSubmissionsOptions = {}, more: Record<string, string> = {}) {
  const prepared = await prepare(options, more);
  const server = start(SITE, prepared.environment);
  await prepared.listening();
  return { ...prepared, server };
}

const keysOf = (submissions: readonly Submission[]) => submissions.map(({ key }) => key);
const spoolOf = (dataDir: string) => join(dataDir, 'web/spool.sqlite');

function inSpool(dataDir: string): number {
  const database = new Database(spoolOf(dataDir), { readonly: true });
  try {
    return z.object({ items: z.int() }).parse(database.prepare('SELECT items FROM held').get()).items;
  } finally {
    database.close();
  }
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

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
  const { cms, dataDir, environment, listening, post } = await prepare();
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
  const { cms, dataDir, environment, listening, post, postAll } = await prepare();
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

const formSchema = z.object({ token: z.string(), waitMs: z.number(), challenge: z.unknown() });

test('a forged X-Forwarded-For moves nothing: the network runs hot all the same', async () => {
  const { site, post } = await startSite();
  const issue = async (address: string) => {
    const response = await fetch(`${site}/form/?subject=${POLL}`, {
      headers: { 'x-forwarded-for': address },
    });
    return formSchema.parse(await response.json());
  };
  const { token, waitMs, challenge } = await issue('198.51.100.1');
  expect(challenge).toBeNull();
  await new Promise((done) => setTimeout(done, waitMs));
  const sent = { token, proof: null, trap: null };
  const outcomes = [];
  for (const index of times(31))
    outcomes.push((await post(vote(), sent, { 'x-forwarded-for': `198.51.100.${index}` })).outcome);
  expect(outcomes).toEqual([...Array(30).fill('accepted'), 'too-many']);
  expect((await issue('203.0.113.9')).challenge).not.toBeNull();
});

test('behind a trusted proxy each visitor counts by himself', async () => {
  const { post, site } = await startSite({}, { TRUSTED_PROXIES: '127.0.0.0/8' });
  const form = formSchema.parse(await (await fetch(`${site}/form/?subject=${POLL}`)).json());
  await new Promise((done) => setTimeout(done, form.waitMs));
  const sent = { token: form.token, proof: null, trap: null };
  const outcomes = await Promise.all(
    times(60).map(
      async (index) => (await post(vote(), sent, { 'x-forwarded-for': `198.51.100.${index}` })).outcome,
    ),
  );
  expect(new Set(outcomes)).toEqual(new Set(['accepted']));
});

const lines = (server: Started) =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));

test('one line is logged for each, with the id the visitor was told, and nothing about the visitor', async () => {
  const { cms, server, site, dataDir, post } = await startSite({}, { TRUSTED_PROXIES: '127.0.0.1' });
  const one = vote({ body: { poll: POLL, choices: ['canary-choice'] } });
  const headers = { 'x-forwarded-for': '198.51.100.77' };
  await post(one, undefined, headers);
  await post(vote(), { token: 'x', proof: null, trap: 'filled' }, headers);
  cms.fault = 'unreachable';
  await post(vote(), undefined, headers);
  const submissions = () => lines(server).filter(({ msg }) => msg === 'submission');
  await expect.poll(() => submissions().length).toBe(3);
  expect(submissions()).toMatchObject([
    { form: 'vote', outcome: 'accepted', requestId: cms.effects[0]?.requestId, ms: expect.any(Number) },
    { form: 'vote', outcome: 'refused', code: 'trapped', requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
    { form: 'vote', outcome: 'received' },
  ]);
  expect(cms.effects[0]?.requestId).not.toBe(one.requestId);
  const written = server.output() + readFileSync(spoolOf(dataDir), 'latin1');
  for (const secret of ['198.51.100.77', 'canary', one.key, one.voter]) expect(written).not.toContain(secret);
  expect((await fetch(`${site}/readyz`)).status).toBe(200);
});

test('two workers share the spool: each is forwarded once, also when one is killed', async () => {
  const { cms, dataDir, post, server } = await startSite({}, { WEB_WORKERS: '2' });
  cms.fault = 'unreachable';
  const all = votes(80);
  const answers = await Promise.all(all.map((one) => post(one)));
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['received']));
  expect(inSpool(dataDir)).toBe(80);
  const pids = lines(server).flatMap(({ msg, pid }) => (msg === 'listening' ? [Number(pid)] : []));
  expect(pids).toHaveLength(2);
  process.kill(pids[0] ?? 0, 'SIGKILL');
  cms.fault = 'none';
  await expect.poll(() => inSpool(dataDir), { timeout: 40_000 }).toBe(0);
  expect(cms.effects).toHaveLength(80);
  expect(new Set(keysOf(cms.effects))).toEqual(new Set(keysOf(all)));
});

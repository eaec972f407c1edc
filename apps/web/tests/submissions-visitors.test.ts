import { readFileSync } from 'node:fs';
import { createSubmissionsClient } from '@passerelle/cms-client';
import {
  sampleReader,
  sampleReaderData,
  submissionsClientSuite,
} from '@passerelle/cms-client/submissions-suite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sealTo } from '../submissions/spool/sealing.ts';
import { serveSubmissionsCms } from './support/submissions-cms.ts';
import { linesOf, spoolOf, startSite, times } from './support/submissions-start.ts';
import { POLL, sealingKeys, vote } from './support/votes.ts';

/** How the web server tells visitors apart, and what it writes down of them; the client it hands over by. */

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
  const tokens = { reader: 'r'.repeat(43), erased: 'e'.repeat(43) };
  cms.showReader(tokens.reader, sampleReader, sampleReaderData);
  cms.showReader(tokens.erased, { state: 'gone' });
  const seal = await sealTo(publicKey);
  return {
    client: createSubmissionsClient({ url: `http://127.0.0.1:${port}`, token: 'u'.repeat(40) }),
    poll: POLL,
    tokens,
    fresh: (choice = 0) => vote({ body: { poll: POLL, choices: [choice === 0 ? 'quebec' : 'federal'] } }),
    seal: async (text) => Buffer.from(seal(text)).toString('base64'),
  };
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

test('one line is logged for each, with the id the visitor was told, and nothing about the visitor', async () => {
  const { cms, server, site, dataDir, post } = await startSite({}, { TRUSTED_PROXIES: '127.0.0.1' });
  const one = vote({ body: { poll: POLL, choices: ['canary-choice'] } });
  const headers = { 'x-forwarded-for': '198.51.100.77' };
  await post(one, undefined, headers);
  await post(vote(), { token: 'x', proof: null, trap: 'filled' }, headers);
  cms.fault = 'unreachable';
  await post(vote(), undefined, headers);
  const submissions = () => linesOf(server).filter(({ msg }) => msg === 'submission');
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

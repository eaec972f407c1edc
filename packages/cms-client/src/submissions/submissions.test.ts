import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PollResults, SubmissionOf } from '@passerelle/contracts';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeSubmissionsCms } from './fake.ts';
import { createSubmissionsClient } from './http.ts';
import { sampleReader, sampleReaderData, submissionsClientSuite } from './suite.ts';

const poll = 'abcdefghijklmnopqrstuvwx';
const results: PollResults = {
  poll,
  state: 'open',
  mode: 'always',
  counts: null,
  tooFew: true,
  closedAt: null,
  hash: null,
};

const tokens = { reader: 'r'.repeat(43), erased: 'e'.repeat(43) };

const fresh = (choice: 0 | 1 = 0): SubmissionOf<'vote'> => ({
  form: 'vote',
  key: crypto.randomUUID(),
  locale: 'fr-CA',
  receivedAt: '2026-11-24T15:00:00.000Z',
  requestId: crypto.randomUUID(),
  body: { poll, choices: [choice === 0 ? 'quebec' : 'federal'] },
  voter: crypto.randomUUID(),
});

submissionsClientSuite('submissions to the CMS in memory', async () => {
  const client = createFakeSubmissionsCms();
  client.show(results);
  client.showReader(tokens.reader, sampleReader, sampleReaderData);
  client.showReader(tokens.erased, { state: 'gone' });
  return { client, poll, fresh, tokens, seal: async (text) => btoa(text) };
});

async function answering(listener: Parameters<typeof createServer>[1]) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return createSubmissionsClient({ url: `http://127.0.0.1:${port}`, token: 'submit', timeout: 150 });
}

test('each request is sent once, with the token of the web server', async () => {
  const tokens: unknown[] = [];
  const client = await answering((request, response) => {
    tokens.push(request.headers.authorization);
    response.writeHead(503).end();
  });
  await expect(client.submit([fresh()])).rejects.toMatchObject({ code: 'failed' });
  expect(tokens).toEqual(['Bearer submit']);
});

test('an answer too few is malformed: whose it is can not be known', async () => {
  const client = await answering((_, response) => response.end('{"answers":[{"outcome":"accepted"}]}'));
  await expect(client.submit([fresh(), fresh()])).rejects.toMatchObject({ code: 'malformed' });
});

test.each([400, 413, 422])('%i: the CMS does not take what was sent', async (status) => {
  const client = await answering((_, response) => response.writeHead(status).end());
  await expect(client.submitSealed([btoa('x')])).rejects.toMatchObject({ code: 'rejected' });
});

test('a CMS that is silent is a time-out', async () => {
  const client = await answering(() => {});
  await expect(client.pollResults(poll)).rejects.toMatchObject({ code: 'timeout' });
});

test('what the fake lost the answer to had its effect, once', async () => {
  const cms = createFakeSubmissionsCms();
  const vote = fresh();
  cms.fault = 'cut';
  await expect(cms.submit([vote])).rejects.toMatchObject({ code: 'unreachable' });
  cms.fault = 'none';
  expect(await cms.submit([vote])).toEqual([{ outcome: 'accepted' }]);
  expect(cms.effects).toEqual([vote]);
});

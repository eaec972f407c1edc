import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FILE_MOST_BYTES } from '@passerelle/contracts';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { releaseStore } from '../releases/store.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { keepFile, writeRelease } from '../tests/support/release.ts';
import { clientAddressBehind } from './client-address.ts';
import { followRelease } from './current-release.ts';
import type { Visit } from './on-demand.ts';
import { siteServer } from './server.ts';

const OURS = 'https://site.example';
const FORM = 'application/x-www-form-urlencoded';

async function startServer(trustedProxies: readonly string[] = []) {
  const store = releaseStore(temporaryDirectory());
  await writeRelease(store, 'release-one', { '/': await keepFile(store, 'accueil') });
  await store.switchTo('release-one');
  const release = await followRelease(store, (error) => {
    throw error;
  });
  const visits: Visit[] = [];
  const server = siteServer({
    config: {
      allowedHosts: new Set(['site.example']),
      localHosts: new Set(),
      origins: new Set([OURS]),
      secure: true,
    },
    release,
    objects: store.objects,
    onDemand: {
      matches: (target) => target === '/vote/' || target === '/demarche/fichiers/',
      async answer(_, response, visit) {
        visits.push(visit);
        response.end('taken');
      },
    },
    addressOf: clientAddressBehind(trustedProxies),
    log: pino({ level: 'silent' }),
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    release.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = (
    method: string,
    headers: Record<string, string>,
    body: string | string[] = 'a=1',
    path = '/vote/',
  ) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((done, fail) => {
      const sent = request({
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: { host: 'site.example', ...headers },
      });
      sent.once('response', (response) => {
        response.resume();
        done({ status: response.statusCode ?? 0, headers: response.headers });
      });
      // Written in pieces, so without a length: chunked.
      sent.on('error', fail);
      if (typeof body === 'string') return void sent.end(body);
      for (const piece of body) sent.write(piece);
      sent.end();
    });
  return { send, visits, port };
}

const TYPES: Record<string, number> = {
  'application/x-www-form-urlencoded': 200,
  'multipart/form-data; boundary=x': 200,
  'Application/JSON; charset=utf-8': 200,
  'text/plain': 415,
  'text/xml': 415,
  'application/octet-stream': 415,
  'application/jsonp': 415,
  '': 415,
};
const ORIGINS = { none: {}, evil: { origin: 'https://evil.example' }, own: { origin: OURS } };
const SITES = ['', 'same-origin', 'same-site', 'cross-site', 'none'];

test('eight content types, each from everywhere: only our forms, from our pages, reach a page', async () => {
  const { send, visits } = await startServer();
  let admitted = 0;
  for (const [type, status] of Object.entries(TYPES)) {
    for (const [name, origin] of Object.entries(ORIGINS)) {
      for (const site of SITES) {
        const headers = {
          ...origin,
          ...(type === '' ? {} : { 'content-type': type }),
          ...(site === '' ? {} : { 'sec-fetch-site': site }),
        };
        const isOurs = name === 'own' || (name === 'none' && site === 'same-origin');
        const answer = await send('POST', headers);
        expect({ type, name, site, status: answer.status }).toEqual({
          type,
          name,
          site,
          status: isOurs ? status : 403,
        });
        admitted += answer.status === 200 ? 1 : 0;
      }
    }
  }
  expect(visits).toHaveLength(admitted);
  expect(admitted).toBe(3 * (SITES.length + 1));
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s reaches no page, from wherever it comes',
  async (method) => {
    const { send, visits } = await startServer();
    expect((await send(method, { 'content-type': FORM })).status).toBe(403);
    const ours = await send(method, { origin: OURS, 'content-type': FORM });
    expect(ours).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } });
    expect((await send(method, { origin: OURS }, 'a=1', '/')).headers.allow).toBe('GET, HEAD');
    expect(visits).toEqual([]);
  },
);

test('64 KB are read, and no byte more, whether their length is told or not', async () => {
  const { send, visits } = await startServer();
  const headers = { origin: OURS, 'content-type': FORM };
  const limit = 64 * 1024;
  expect((await send('POST', headers, 'a'.repeat(limit))).status).toBe(200);
  expect((await send('POST', headers, ['a'.repeat(limit - 1), 'a'])).status).toBe(200);
  expect(visits.map(({ body }) => body?.byteLength)).toEqual([limit, limit]);
  expect((await send('POST', headers, 'a'.repeat(limit + 1))).status).toBe(413);
  expect((await send('POST', headers, ['a'.repeat(limit), 'a'])).status).toBe(413);
  expect(
    (await send('POST', { ...headers, 'transfer-encoding': 'chunked' }, 'a'.repeat(limit + 1))).status,
  ).toBe(413);
  expect(visits).toHaveLength(2);
});

test('where files are sent, as much as a file is read, and no byte more', async () => {
  const { send, visits } = await startServer();
  const headers = { origin: OURS, 'content-type': 'multipart/form-data; boundary=x' };
  const limit = FILE_MOST_BYTES + 64 * 1024;
  const sent = (body: string | string[]) => send('POST', headers, body, '/demarche/fichiers/');
  expect((await sent('a'.repeat(limit))).status).toBe(200);
  expect(visits.map(({ body }) => body?.byteLength)).toEqual([limit]);
  // Told beforehand, or counted: the connection may be gone before the answer is read.
  const over = (body: string | string[]) =>
    sent(body).then(
      ({ status }) => status,
      () => 413,
    );
  expect(await over('a'.repeat(limit + 1))).toBe(413);
  expect(await over(['a'.repeat(limit), 'a'])).toBe(413);
  expect(visits).toHaveLength(1);
});

test('a visitor who breaks off while sending leaves the server as it was', async () => {
  const { send, visits, port } = await startServer();
  const headers = { host: 'site.example', origin: OURS, 'content-type': FORM };
  const sent = request({ port, host: '127.0.0.1', path: '/vote/', method: 'POST', headers });
  const ended = new Promise((done) => sent.once('close', done).on('error', () => {}));
  sent.write('a=');
  await new Promise((done) => setTimeout(done, 50));
  sent.destroy();
  await ended;
  expect((await send('POST', { origin: OURS, 'content-type': FORM })).status).toBe(200);
  expect(visits).toHaveLength(1);
});

test('each request has an id of its own, told in the answer; one that is sent along is not believed', async () => {
  const { send, visits } = await startServer();
  const given = { origin: OURS, 'content-type': FORM, 'x-request-id': 'mine' };
  const [one, other] = [await send('POST', given), await send('POST', given)];
  expect([one, other].map(({ headers }) => headers['x-request-id'])).toEqual(
    visits.map(({ requestId }) => requestId),
  );
  expect(new Set(['mine', ...visits.map(({ requestId }) => requestId)]).size).toBe(3);
});

test('an X-Forwarded-For of anyone moves nothing; of a trusted proxy it names the visitor', async () => {
  const headers = { origin: OURS, 'content-type': FORM, 'x-forwarded-for': '198.51.100.1' };
  const [open, behind] = [await startServer(), await startServer(['127.0.0.0/8'])];
  await open.send('POST', headers);
  await behind.send('POST', headers);
  expect(open.visits.map(({ address }) => address)).toEqual(['127.0.0.1']);
  expect(behind.visits.map(({ address }) => address)).toEqual(['198.51.100.1']);
});

import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Manifest, ReleaseFile } from '../releases/manifest.ts';
import { digestOf } from '../releases/objects.ts';
import { type ReleaseStore, releaseStore } from '../releases/store.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { followRelease } from './current-release.ts';
import { refusalSheet } from './refusal-sheet.ts';
import { securityHeaders } from './security-headers.ts';
import { siteServer } from './server.ts';

const HTML = 'text/html; charset=utf-8';
const SAME_ORIGIN = { origin: 'https://site.example' };

async function keep(
  store: ReleaseStore,
  body: string | Buffer,
  type: string,
  immutable = false,
): Promise<ReleaseFile> {
  const bytes = Buffer.from(body);
  store.objects.put(bytes);
  return { digest: digestOf(bytes), size: bytes.byteLength, type, immutable };
}

async function publish(store: ReleaseStore, id: string, pages: Record<string, ReleaseFile>): Promise<void> {
  const manifest: Manifest = {
    social: {},
    format: 1,
    id,
    createdAt: '2026-11-23T12:00:00.000Z',
    epoch: '00000000-0000-4000-8000-000000000000',
    revision: 1,
    engine: 'test',
    articles: 1,
    files: {
      '/404/': await keep(store, '<h1>Introuvable</h1>', HTML),
      '/en/404/': await keep(store, '<h1>Not found</h1>', HTML),
      ...pages,
    },
    redirects: {
      '/ancien/': { to: '/nouvelles/', status: 301 },
      '/parti/': { to: null, status: 410 },
    },
  };
  await store.write(manifest);
  await store.switchTo(id);
}

async function startServer() {
  const store = releaseStore(temporaryDirectory());
  await publish(store, 'release-one', {
    '/': await keep(store, '<h1>Accueil</h1>', HTML),
    '/nouvelles/': await keep(store, `<h1>Nouvelles</h1>${'<p>texte</p>'.repeat(500)}`, HTML),
    '/_astro/old.css': await keep(store, 'body{}'.repeat(200), 'text/css; charset=utf-8', true),
    '/media/photo.webp': await keep(store, randomBytes(1000), 'image/webp', true),
  });
  const release = await followRelease(store, (error) => {
    throw error;
  });
  const allowedHosts = new Set(['site.example']);
  const server = siteServer({
    config: {
      allowedHosts,
      localHosts: new Set(),
      origins: new Set(['https://site.example']),
      secure: true,
    },
    release,
    objects: store.objects,
    onDemand: {
      matches: (target) => target === '/boom/' || /^\/live\/(?:$|\?)/.test(target),
      async answer(incoming, response) {
        if (incoming.url === '/boom/') throw new Error('boom');
        response.end('live');
      },
    },
    addressOf: () => '',
    log: pino({ level: 'silent' }),
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    release.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  /** Sends bytes as they are. @returns what comes back until the server closes. */
  const raw = (bytes: string) =>
    new Promise<string>((done, fail) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk;
      });
      socket.on('close', () => done(received));
      socket.on('error', fail);
    });
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: Buffer) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((done, fail) => {
      const sent = request(
        { port, host: '127.0.0.1', path, method, headers: { host: 'site.example', ...headers } },
        async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  return { store, ask, raw };
}

test('every form of answer carries every security header', async () => {
  const { ask } = await startServer();
  const etag = String((await ask('/')).headers.etag);
  const answers = {
    page: await ask('/nouvelles/'),
    'without slash': await ask('/nouvelles'),
    index: await ask('/nouvelles/index.html'),
    'not found': await ask('/rien/'),
    'not modified': await ask('/', { 'if-none-match': etag }),
    head: await ask('/', {}, 'HEAD'),
    asset: await ask('/_astro/old.css'),
    redirect: await ask('/ancien/'),
    gone: await ask('/parti/'),
    malformed: await ask('/%00'),
    'wrong host': await ask('/', { host: 'evil.example' }),
    method: await ask('/', SAME_ORIGIN, 'POST', Buffer.from('a=1')),
    'cross-origin': await ask('/live/', {}, 'POST', Buffer.from('a=1')),
    'wrong type': await ask('/live/', SAME_ORIGIN, 'POST', Buffer.from('a=1')),
    'too large': await ask('/', { 'content-length': '999999' }, 'POST').catch((error) => error),
    'on demand': await ask('/live/'),
    'on demand without slash': await ask('/live?q=caq'),
    'own sheet': await ask(refusalSheet.path),
    failed: await ask('/boom/'),
    health: await ask('/healthz'),
    range: await ask('/media/photo.webp', { range: 'bytes=0-9' }),
    'bad range': await ask('/media/photo.webp', { range: 'bytes=5000-' }),
  };
  const statuses = Object.fromEntries(Object.entries(answers).map(([form, { status }]) => [form, status]));
  expect(statuses).toEqual({
    page: 200,
    'without slash': 301,
    index: 301,
    'not found': 404,
    'not modified': 304,
    head: 200,
    asset: 200,
    redirect: 301,
    gone: 410,
    malformed: 400,
    'wrong host': 421,
    method: 405,
    'cross-origin': 403,
    'wrong type': 415,
    'too large': 413,
    'on demand': 200,
    'on demand without slash': 301,
    'own sheet': 200,
    failed: 500,
    health: 200,
    range: 206,
    'bad range': 416,
  });
  expect(answers['on demand without slash'].headers.location).toBe('/live/?q=caq');
  expect(answers.gone.body.toString()).toContain(`href="${refusalSheet.path}"`);
  for (const [form, { headers }] of Object.entries(answers)) {
    expect({ form, ...headers }).toMatchObject(securityHeaders(true));
  }
});

test('compressed bodies are what they say, each with its own validator', async () => {
  const { ask } = await startServer();
  const plain = await ask('/nouvelles/');
  const br = await ask('/nouvelles/', { 'accept-encoding': 'gzip, br' });
  const gzip = await ask('/nouvelles/', { 'accept-encoding': 'gzip' });
  expect(brotliDecompressSync(br.body)).toEqual(plain.body);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers } of [plain, br, gzip]) expect(headers.vary).toBe('accept-encoding');
  const image = await ask('/media/photo.webp', { 'accept-encoding': 'br' });
  expect(image.headers['content-encoding']).toBeUndefined();
});

test('a page is checked again each time, what its path names is kept for good', async () => {
  const { ask } = await startServer();
  expect((await ask('/')).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect((await ask('/_astro/old.css')).headers['cache-control']).toContain('immutable');
});

test('HEAD says what GET would, without the body', async () => {
  const { ask } = await startServer();
  const get = await ask('/nouvelles/');
  const head = await ask('/nouvelles/', {}, 'HEAD');
  expect(head.body.byteLength).toBe(0);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
  expect(head.headers.etag).toBe(get.headers.etag);
});

test('ranges of an image', async () => {
  const { ask } = await startServer();
  const whole = await ask('/media/photo.webp');
  const part = await ask('/media/photo.webp', { range: 'bytes=10-19' });
  expect(part.body).toEqual(whole.body.subarray(10, 20));
  expect(part.headers['content-range']).toBe('bytes 10-19/1000');
  const stale = await ask('/media/photo.webp', { range: 'bytes=10-19', 'if-range': '"other"' });
  expect(stale.status).toBe(200);
});

test('errors are in the language of the path', async () => {
  const { ask } = await startServer();
  expect((await ask('/rien/')).body.toString()).toContain('Introuvable');
  expect((await ask('/en/nothing/')).body.toString()).toContain('Not found');
  expect((await ask('/parti/')).body.toString()).toContain('lang="fr-CA"');
});

test('a new release is served as soon as it is live, and the old assets stay', async () => {
  const { store, ask } = await startServer();
  await publish(store, 'release-two', { '/': await keep(store, '<h1>Nouveau</h1>', HTML) });
  await expect.poll(async () => (await ask('/')).body.toString(), { timeout: 3_000 }).toContain('Nouveau');
  expect((await ask('/_astro/old.css')).status).toBe(200);
  expect((await ask('/nouvelles/')).status).toBe(404);
});

test('a release that cannot be read is not served; the one before is', async () => {
  const store = releaseStore(temporaryDirectory());
  await publish(store, 'release-one', { '/': await keep(store, 'un', HTML) });
  const failures: unknown[] = [];
  const release = await followRelease(store, (error) => failures.push(error));
  onTestFinished(() => release.close());
  const { symlink, rename } = await import('node:fs/promises');
  await symlink('releases/broken-release.json', `${store.current}.new`);
  await rename(`${store.current}.new`, store.current);
  await expect.poll(() => failures.length, { timeout: 3_000 }).toBeGreaterThan(0);
  expect(release.get()?.id).toBe('release-one');
});

test('what is no HTTP, and a request that never ends, are answered with every header and closed', async () => {
  const { raw } = await startServer();
  const [garbage, endless] = await Promise.all([
    raw('not http at all\r\n\r\n'),
    raw('GET / HTTP/1.1\r\nhost: site.example\r\nx-slow: '),
  ]);
  expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
  expect(endless).toMatch(/^HTTP\/1\.1 408 /);
  for (const answer of [garbage, endless]) {
    for (const [name, value] of Object.entries(securityHeaders(true)))
      expect(answer).toContain(`${name}: ${value}`);
  }
});

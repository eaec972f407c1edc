import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { releaseStore } from '../releases/store.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { keepFile } from '../tests/support/release.ts';
import { fileSender } from './send-file.ts';

const MEBIBYTE = 1024 * 1024;
const SMALL = Buffer.from(Array.from({ length: 1_000 }, (_, at) => at % 251));
const LARGE = Buffer.alloc(3 * MEBIBYTE, SMALL);

async function serveFile(body: string | Buffer, type: string) {
  const store = releaseStore(temporaryDirectory());
  const file = await keepFile(store, body, type);
  const sendFile = fileSender(store.objects, ['x-content-type-options', 'nosniff']);
  const failures: unknown[] = [];
  const server = createServer((incoming, response) => {
    const status = incoming.url === '/404/' ? 404 : 200;
    sendFile(incoming, response, file, status)?.catch((error) => {
      failures.push(error);
      response.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ask = async (headers: Record<string, string> = {}, method = 'GET', path = '/') => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers });
    const answer = await new Promise<IncomingMessage>((done, fail) => {
      sent.once('response', done).once('error', fail).end();
    });
    return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
  };
  return { ask, file, store, port, failures };
}

test.each([
  ['in memory', SMALL],
  ['streamed', LARGE],
])('a file %s: whole, its ranges, its head', async (_, bytes) => {
  const { ask, failures } = await serveFile(bytes, 'image/webp');
  const whole = await ask();
  expect(whole).toMatchObject({ status: 200, headers: { 'accept-ranges': 'bytes' } });
  expect(whole.body.equals(bytes)).toBe(true);

  const middle = await ask({ range: 'bytes=100-299' });
  expect(middle).toMatchObject({ status: 206, headers: { 'content-length': '200' } });
  expect(middle.headers['content-range']).toBe(`bytes 100-299/${bytes.byteLength}`);
  expect(middle.body.equals(bytes.subarray(100, 300))).toBe(true);
  expect((await ask({ range: 'bytes=-7' })).body.equals(bytes.subarray(-7))).toBe(true);

  const head = await ask({}, 'HEAD');
  const sameBut = ({ date: _date, ...headers }: typeof whole.headers) => headers;
  expect(sameBut(head.headers)).toEqual(sameBut(whole.headers));
  expect(failures).toEqual([]);
});

test('only a GET has ranges, and only with the validator that holds', async () => {
  const { ask } = await serveFile(SMALL, 'image/webp');
  const etag = String((await ask()).headers.etag);
  expect((await ask({ range: 'bytes=0-1' }, 'HEAD')).status).toBe(200);
  expect((await ask({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
  expect((await ask({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  expect((await ask({ range: 'bytes=0-1', 'if-none-match': etag })).status).toBe(304);
  expect((await ask({ range: 'bytes=0-1' }, 'GET', '/404/')).status).toBe(404);
});

test('what is outside of the file is said, and not kept by anyone', async () => {
  const { ask } = await serveFile(SMALL, 'image/webp');
  const { status, headers } = await ask({ range: 'bytes=1000-' });
  expect(status).toBe(416);
  expect(headers).toMatchObject({ 'content-range': 'bytes */1000', 'cache-control': 'no-store' });
});

test.each(['br', 'gzip', ''])(
  'a 304 for the form in “%s” has the headers of the 200, without its body',
  async (encoding) => {
    const { ask } = await serveFile('<p>texte</p>'.repeat(100), 'text/html; charset=utf-8');
    const full = await ask({ 'accept-encoding': encoding });
    const again = await ask({ 'accept-encoding': encoding, 'if-none-match': String(full.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.body.byteLength).toBe(0);
    for (const name of ['etag', 'cache-control', 'vary', 'x-content-type-options']) {
      expect({ [name]: again.headers[name] }).toEqual({ [name]: full.headers[name] });
    }
    expect(again.headers['content-type']).toBeUndefined();
    expect(again.headers['content-length']).toBeUndefined();
  },
);

test('a visitor who leaves in the middle is no failure, and leaves nothing open', async () => {
  const { port, failures, ask } = await serveFile(Buffer.alloc(32 * MEBIBYTE, SMALL), 'video/webm');
  await new Promise<void>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port }, (answer) => {
      answer.once('data', () => sent.destroy());
      answer.once('error', () => done());
    });
    sent.once('error', fail).end();
  });
  const { body } = await ask({ range: 'bytes=0-9' });
  expect(body).toEqual(SMALL.subarray(0, 10));
  expect(failures).toEqual([]);
});

test('an object that is not there fails before the answer begins', async () => {
  for (const [body, type] of [
    [SMALL, 'image/webp'],
    [LARGE, 'image/webp'],
    ['<p>texte</p>', 'text/html'],
  ] as const) {
    const { ask, file, store, failures } = await serveFile(body, type);
    await rm(store.objects.pathOf(file.digest));
    await expect(ask({ 'accept-encoding': 'br' })).rejects.toThrow();
    expect(failures).toMatchObject([{ code: 'ENOENT' }]);
  }
});

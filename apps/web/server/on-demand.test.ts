import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Submissions } from '../src/submissions/port.ts';
import { temporaryDirectory } from '../tests/support/directory.ts';
import { onDemandRoutes, type Visit } from './on-demand.ts';

/** An app as the engine has it: what it is asked comes back, with the status that its path names. */
const APP = `
  export const app = {
    manifest: { site: '' },
    match: (request) => ({ route: new URL(request.url).pathname === '/fixe/' ? '/fixe' : '/[status]' }),
    async render(request, { clientAddress, locals, addCookieHeader }) {
      const { pathname, href } = new URL(request.url);
      const status = Number(pathname.split('/')[1]);
      if (pathname.endsWith('/vide/')) return new Response(null, { status });
      const headers = new Headers(pathname.endsWith('/demain/') ? { 'retry-after': '86400' } : {});
      if (pathname.endsWith('/long/')) {
        headers.set('content-type', 'text/html');
        for (const cookie of ['a=1', 'b=2']) headers.append('set-cookie', cookie);
        return new Response('long '.repeat(1_000), { status, headers });
      }
      const told = Object.fromEntries(request.headers);
      const asked = { href, told, sent: locals.sent?.type + ' ' + locals.sent?.bytes, cookies: request.headers.get('cookie'), clientAddress, of: locals.submissions.of, addCookieHeader };
      return new Response(JSON.stringify(asked), { status, headers });
    },
  };`;

const visit: Visit = { body: null, address: '192.0.2.1', requestId: 'request-1' };

async function startRoutes() {
  const engine = temporaryDirectory();
  await mkdir(join(engine, 'server'));
  await writeFile(join(engine, 'server/entry.mjs'), APP);
  const routes = [
    { pattern: '/[status]', onDemand: true },
    { pattern: '/fixe', onDemand: false },
  ];
  await writeFile(join(engine, 'routes.json'), JSON.stringify(routes));
  const forRequest = (of: string): Submissions & { of: string } => ({
    of,
    issue: () => Promise.reject(new Error('not asked')),
    admit: async () => null,
    heat: async () => 'cold',
    submit: async () => ({ outcome: 'accepted' }),
    pollResults: async () => null,
    newsletterReader: async () => null,
    newsletterData: async () => null,
    voter: () => ({ id: '', cookie: '', hasVoted: false }),
  });
  const onDemand = await onDemandRoutes(engine, 'https://site.example', { forRequest });
  const ask = async (path: string, given: Partial<Visit> = {}, init: RequestInit = {}) => {
    const failures: unknown[] = [];
    const server = createServer((request, response) => {
      onDemand.answer(request, response, { ...visit, ...given }).catch((error) => {
        failures.push(error);
        response.end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { response, text: await response.text(), failures };
  };
  return { onDemand, ask };
}

test('routes on demand are told from those that are files', async () => {
  const { onDemand } = await startRoutes();
  expect(onDemand.matches('/200/?a=b')).toBe(true);
  expect(onDemand.matches('/fixe/')).toBe(false);
});

test('a page sees the site, the visitor’s address, its id and its submissions, whatever was sent along', async () => {
  const { ask } = await startRoutes();
  const headers = { 'x-request-id': 'mine', 'x-forwarded-for': '1.1.1.1', origin: 'http://localhost:4321' };
  const { text } = await ask(
    '/200/?a=b',
    { body: Buffer.from('é=1') },
    { method: 'POST', headers, body: 'x' },
  );
  expect(JSON.parse(text)).toMatchObject({
    href: 'https://site.example/200/?a=b',
    told: { 'x-request-id': 'request-1', origin: 'https://site.example' },
    sent: 'text/plain;charset=UTF-8 é=1',
    clientAddress: '192.0.2.1',
    of: 'request-1',
    addCookieHeader: true,
  });
});

test('no action can be asked for past the page that calls it', async () => {
  const { ask } = await startRoutes();
  const { text } = await ask(
    '/200/?_action=vote&a=b&%5Faction=vote',
    { body: Buffer.from('') },
    { method: 'POST' },
  );
  expect(JSON.parse(text).href).toBe('https://site.example/200/?a=b');
});

test('what is long is compressed, but for a visitor with a cookie', async () => {
  const { ask } = await startRoutes();
  const { response, text } = await ask('/200/long/', {}, { headers: { 'accept-encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('vary')).toBe('accept-encoding, cookie');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(Number(response.headers.get('content-length'))).toBeLessThan(200);
  expect(text).toBe('long '.repeat(1_000));
  const personal = await ask('/200/long/', {}, { headers: { 'accept-encoding': 'br', cookie: 'a=1' } });
  expect(personal.response.headers.get('content-encoding')).toBeNull();
  expect(personal.text).toBe(text);
  expect(
    (await ask('/200/', {}, { headers: { 'accept-encoding': 'br' } })).response.headers.get(
      'content-encoding',
    ),
  ).toBeNull();
});

test('answers are not kept, and 503 says when to come again', async () => {
  const { ask } = await startRoutes();
  expect((await ask('/200/')).response.headers.get('cache-control')).toBe('no-store');
  expect((await ask('/503/')).response.headers.get('retry-after')).toBe('30');
  expect((await ask('/503/demain/')).response.headers.get('retry-after')).toBe('86400');
});

test('a page that broke down is a failure of the server; one that has something to say is not', async () => {
  const { ask } = await startRoutes();
  for (const status of [404, 500]) {
    expect((await ask(`/${status}/vide/`)).failures).toHaveLength(1);
    expect((await ask(`/${status}/`)).failures).toEqual([]);
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onDemandRoutes } from '../server/on-demand.ts';
import { readBody } from '../server/read-body.ts';
import { snapshotPath } from '../src/published/snapshot.ts';
import type { SentFile } from '../src/submissions/visitor-files.ts';
import { memorySubmissions } from '../src/testing/memory-submissions.ts';
import { writeSnapshot } from '../src/testing/published-with.ts';
import { demoContent } from './support/demo-content.ts';

const ENGINE = resolve(import.meta.dirname, '../dist/engine');
const TOKEN = 'b'.repeat(43);

let origin = '';
let stop = async () => {};
const seen: SentFile[] = [];

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-web-'));
  process.env.DATA_DIR = dataDir;
  writeSnapshot(snapshotPath(dataDir), demoContent()).close();
  const onDemand = await onDemandRoutes(ENGINE, 'https://passerelle.example', {
    forRequest: () => memorySubmissions([]).submissions,
    files: {
      invitation: async () => ({
        outcome: 'open',
        language: 'fr-CA',
        left: 3,
        endsAt: '2026-12-09T15:00:00.000Z',
      }),
      async send(file) {
        seen.push(file);
        if (file.name.endsWith('.exe')) return { outcome: 'refused', code: 'kind' };
        return { outcome: 'received', name: file.name, left: 2 };
      },
      bundle: async (token) =>
        token === TOKEN
          ? { name: 'renseignements-personnels.zip', bytes: new Uint8Array([80, 75]) }
          : 'unknown',
    },
  });
  const server = createServer(async (request, response) => {
    const body =
      request.method === 'POST' ? await readBody(request, { bytes: 20_000_000, withinMs: 5_000 }) : null;
    if (typeof body === 'string') return void response.writeHead(413).end();
    await onDemand.answer(request, response, { body, address: '127.0.0.1', requestId: 'r' });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  stop = async () => {
    await new Promise((done) => server.close(done));
    rmSync(dataDir, { recursive: true });
  };
});
afterAll(() => stop());

const PAGES = [
  { path: '/demarche/fichiers/', title: 'Envoyer des documents', done: 'Votre fichier est bien arrivé.' },
  { path: '/en/start/files/', title: 'Send documents', done: 'Your file has arrived.' },
];

test.each(PAGES)('$path takes a file by a plain form, and says so', async ({ path, title, done }) => {
  const page = await fetch(`${origin}${path}?token=${TOKEN}`);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const { document } = parseHTML(await page.text());
  expect(document.querySelector('h1')?.textContent).toBe(title);
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
  const form = document.querySelector('form[enctype="multipart/form-data"]');
  expect(form?.getAttribute('action')).toBe(path);
  expect(form?.querySelector('input[type=file]')?.getAttribute('name')).toBe('file');

  const send = (name: string, size: number) => {
    const body = new FormData();
    body.append('token', form?.querySelector('input[name=token]')?.getAttribute('value') ?? '');
    body.append('file', new File([new Uint8Array(size).fill(7)], name));
    return fetch(`${origin}${path}`, { method: 'POST', body, redirect: 'manual' });
  };
  const sent = await send('été.pdf', 9_000_000);
  expect(sent.status).toBe(303);
  const last = seen.at(-1);
  expect([last?.token, last?.name, last?.bytes.length, last?.bytes[8_999_999]]).toEqual([
    TOKEN,
    'été.pdf',
    9_000_000,
    7,
  ]);
  const after = await fetch(new URL(sent.headers.get('location') ?? '', origin));
  expect(await after.text()).toContain(done);

  const refused = await send('x.exe', 10);
  expect(refused.status).toBe(422);
  const wrong = parseHTML(await refused.text()).document;
  expect(wrong.querySelector('.error-summary a')?.getAttribute('href')).toBe('#file');
  expect(wrong.querySelector('#file')?.getAttribute('aria-invalid')).toBe('true');
});

test.each([
  ['/renseignements-personnels/recevoir', 'Recevoir vos renseignements', 'Ce lien ne donne plus rien'],
  ['/en/personal-information/receive', 'Get your information', 'This link gives nothing any more'],
])('%s gives what is kept by a plain form', async (path, title, gone) => {
  const link = `${origin}${path}/${TOKEN}/`;
  const page = await fetch(link);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const { document } = parseHTML(await page.text());
  expect(document.querySelector('h1')?.textContent).toBe(title);
  expect(document.querySelector('main form')?.getAttribute('action')).toBe(`${path}/${TOKEN}/`);
  const post = (to: string) => fetch(to, { method: 'POST', body: new URLSearchParams() });
  const file = await post(link);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([80, 75]));
  const other = await post(`${origin}${path}/${'x'.repeat(43)}/`);
  expect(other.status).toBe(404);
  expect(parseHTML(await other.text()).document.querySelector('h1')?.textContent).toBe(gone);
});

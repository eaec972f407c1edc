import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { draftsFile, openDraftsWith } from '../drafts/open.ts';
import { onDemandRoutes } from '../server/on-demand.ts';
import { readBody } from '../server/read-body.ts';
import { snapshotPath } from '../src/published/snapshot.ts';
import { memorySubmissions } from '../src/testing/memory-submissions.ts';
import { writeSnapshot } from '../src/testing/published-with.ts';
import { temporaryDirectory } from './support/directory.ts';
import { consentText, guide } from './support/entries.ts';
import { smallDisk } from './support/small-disk.ts';

/** The inquiry over HTTP, answered by two processes' worth of parts over one file of drafts. */

const ENGINE = resolve(import.meta.dirname, '../dist/engine');
const FORM = '/demarche/demande/';
const TEXTS = (['notice', 'inquiry', 'newsletter'] as const).map((purpose) => consentText(purpose, 1));

async function startWorkers() {
  const dataDir = temporaryDirectory();
  process.env.DATA_DIR = dataDir;
  writeSnapshot(snapshotPath(dataDir), [guide('fr-CA'), ...TEXTS]).close();
  const memory = memorySubmissions([]);

  /** One more worker. @returns where it answers */
  async function worker(): Promise<string> {
    const drafts = await openDraftsWith({
      file: draftsFile(dataDir),
      formSecret: 'secret of the tests, long enough to pass',
      failed(error) {
        throw error;
      },
    });
    const forRequest = () => memory.submissions;
    const onDemand = await onDemandRoutes(ENGINE, 'https://passerelle.example', { forRequest }, drafts);
    const server = createServer(async (request, response) => {
      const body =
        request.method === 'POST' ? await readBody(request, { bytes: 65_536, withinMs: 15_000 }) : null;
      if (typeof body === 'string') throw new Error(body);
      await onDemand.answer(request, response, { body, address: '192.0.2.1', requestId: 'r' });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.close();
      drafts.close();
    });
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
    return `http://127.0.0.1:${address.port}`;
  }
  return { dataDir, memory, worker };
}

test('on a full disk nothing more is kept, what was kept is read, and it goes on by itself', async () => {
  const folder = temporaryDirectory();
  const disk = await smallDisk(folder, 2);
  const { output } = await disk.runNode('tests/support/drafts-process.ts', [], { DATA_DIR: folder });
  const told: unknown = JSON.parse(output.split('\n').at(-1) ?? '');
  expect(told).toMatchObject({
    full: ['refused', 'refused', 'refused'],
    another: 'refused',
    readWhenFull: 'a',
    freed: 'kept',
    now: 'f',
  });
});

test('any worker goes on where another one stopped, and the disk tells nothing', async () => {
  const { dataDir, memory, worker } = await startWorkers();
  const workers = [await worker(), await worker()];
  let turn = 0;
  let cookie = '';
  const ask = async (path: string, fields?: Record<string, string>) => {
    turn += 1;
    const response = await fetch(`${workers[turn % 2]}${path}`, {
      redirect: 'manual',
      headers: cookie === '' ? {} : { cookie },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    const [set] = response.headers.getSetCookie();
    if (set) cookie = set.split(';', 1)[0] ?? '';
    return { response, to: response.headers.get('location'), text: await response.text() };
  };

  const first = await ask('/demarche/');
  expect([first.response.status, first.response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(cookie).toBe('');
  await ask('/demarche/', { option: 'ailleurs' });
  expect(cookie).toMatch(/^__Host-demarche=/);
  // Nobody here is recognized by Québec: what is asked has to be a federal matter.
  await ask(`${FORM}message/`, { message: 'CANARI-MESSAGE', federal: '1' });
  await ask(`${FORM}coordonnees/`, { name: 'CANARI-NOM', email: 'canari@exemple.example', reach: 'email' });
  await ask(`${FORM}date-limite/`, {});
  const agreed = await ask(`${FORM}accords/`, { notice: 'notice-1', inquiry: 'inquiry-1' });
  expect(agreed.to).toBe(`${FORM}verification/`);

  // As after a restart: parts that have never seen this draft.
  workers.splice(0, 2, await worker(), await worker());
  const check = await ask(`${FORM}verification/`);
  expect(check.text).toContain('CANARI-MESSAGE');
  const token = /name="token" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
  expect((await ask(`${FORM}verification/`, { token, website: '' })).to).toBe(`${FORM}envoyee/`);
  expect((await ask(`${FORM}envoyee/`)).text).toContain('K7M-4QX-9');
  expect(memory.taken).toHaveLength(1);

  const folder = join(dataDir, 'web');
  const files = readdirSync(folder).filter((name) => name.startsWith('drafts'));
  expect(files).toContain('drafts.sqlite');
  for (const name of files) {
    const bytes = readFileSync(join(folder, name)).toString('latin1').toLowerCase();
    for (const trace of ['canari', 'ailleurs', cookie.split('=')[1]?.split('.')[0]?.toLowerCase() ?? ''])
      expect(bytes.includes(trace), `${trace} in ${name}`).toBe(false);
  }
});

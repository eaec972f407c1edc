import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entry } from '@passerelle/contracts';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClient, createHttpClient } from './index.ts';
import { cmsClientSuite } from './suite.ts';

const category = (index: number): Entry => ({
  kind: 'category',
  documentId: `category${String(index).padStart(16, '0')}`,
  locale: 'fr-CA',
  slug: `categorie-${index}`,
  name: `Catégorie ${index}`,
  description: null,
});

function filledFake() {
  const cms = createFakeClient({ pageSize: 3 });
  for (let index = 0; index < 8; index += 1) cms.publish(category(index));
  cms.publish(category(2));
  cms.withdraw('category', category(5).documentId, 'fr-CA');
  cms.upload('/uploads/image.webp', new Uint8Array([1, 2, 3]));
  return cms;
}

cmsClientSuite('the CMS in memory', async () => ({ client: filledFake(), upload: '/uploads/image.webp' }));

async function answering(listener: Parameters<typeof createServer>[1]) {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const waited: number[] = [];
  const client = createHttpClient({
    url: `http://127.0.0.1:${port}`,
    siteToken: 'site',
    reportToken: 'report',
    timeout: 200,
    waits: [10, 20],
    sleep: async (milliseconds) => void waited.push(milliseconds),
  });
  return { client, waited, server };
}

const REVISION = { epoch: '00000000-0000-4000-8000-000000000000', revision: 7 };

test('reads with the site token, reports with the other', async () => {
  const tokens: (string | undefined)[] = [];
  const { client } = await answering((request, response) => {
    tokens.push(request.headers.authorization);
    response.end(JSON.stringify(REVISION));
  });
  expect(await client.revision()).toEqual(REVISION);
  expect(tokens).toEqual(['Bearer site']);
});

test('what may pass is tried again, as often as there are waits', async () => {
  let asked = 0;
  const { client, waited } = await answering((_, response) => {
    asked += 1;
    response.writeHead(asked < 3 ? 503 : 200).end(JSON.stringify(REVISION));
  });
  expect(await client.revision()).toEqual(REVISION);
  expect(waited).toEqual([10, 20]);
});

test.each([
  ['refused', 401],
  ['refused', 403],
  ['not-found', 404],
])('%s (%i) is said at once', async (code, status) => {
  const { client, waited } = await answering((_, response) => response.writeHead(status).end());
  await expect(client.revision()).rejects.toMatchObject({ code });
  expect(waited).toEqual([]);
});

test('an answer that is cut short, no JSON, or not as agreed is malformed', async () => {
  for (const body of ['{"epoch":"', 'no', '{"epoch":"x","revision":-1}', '{}']) {
    const { client } = await answering((_, response) => response.end(body));
    await expect(client.revision()).rejects.toMatchObject({ code: 'malformed' });
  }
});

test('a CMS that does not answer is a time-out, one that is not there is unreachable', async () => {
  const silent = await answering(() => {});
  await expect(silent.client.revision()).rejects.toMatchObject({ code: 'timeout' });
  const gone = await answering(() => {});
  gone.server.close();
  await expect(gone.client.revision()).rejects.toMatchObject({ code: 'unreachable' });
});

test('it does not follow a redirect with its token', async () => {
  const { client } = await answering((_, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  );
  await expect(client.revision()).rejects.toMatchObject({ name: 'CmsError' });
});

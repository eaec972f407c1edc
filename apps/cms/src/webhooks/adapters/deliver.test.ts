import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect, it, onTestFinished } from 'vitest';
import { deliver } from './deliver.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

async function receiver(status: number, headers: Record<string, string> = {}) {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, headers).end('x');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/ici`, got };
}

const event = () => ({ id: 'evt', body: '{"type":"inquiry.created","é":1}', at: new Date() });

it('is signed as the specification says: a receiver verifies it', async () => {
  const { url, got } = await receiver(204);
  await deliver({ url, secret: SECRET, allowPrivate: true }, event());
  const [{ headers, body }] = got as [(typeof got)[number]];
  const signed = {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  };
  expect(new Webhook(SECRET).verify(body, signed)).toEqual({ type: 'inquiry.created', é: 1 });
  expect(() => new Webhook(SECRET).verify(`${body} `, signed)).toThrow();
});

it('fails unless it is answered with 2xx; no redirect is followed', async () => {
  const failing = await receiver(500);
  const target = { secret: SECRET, allowPrivate: true };
  await expect(deliver({ ...target, url: failing.url }, event())).rejects.toThrow('500');
  const moved = await receiver(302, { location: failing.url });
  await expect(deliver({ ...target, url: moved.url }, event())).rejects.toThrow('302');
  expect(failing.got).toHaveLength(1);
});

it('goes to no private address unless that is allowed', async () => {
  const { url, got } = await receiver(204);
  const target = { secret: SECRET, allowPrivate: false };
  for (const address of [url, url.replace('127.0.0.1', 'localhost'), url.replace('127.0.0.1', '[::1]')]) {
    await expect(deliver({ ...target, url: address }, event())).rejects.toThrow('not public');
  }
  expect(got).toEqual([]);
});

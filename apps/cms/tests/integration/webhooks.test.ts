import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tokenWith } from '../support/accounts.ts';
import { databases } from '../support/databases.ts';
import { inquiry, SECRETS } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const eventSchema = z.object({ type: z.string(), data: z.object({ reference: z.string() }).loose() }).loose();

describe.each(databases)('webhooks on $name', ({ start }) => {
  let cms: TestCms;
  let server: Server;
  let failing = 0;
  const seen: { id: string; body: string; event: z.infer<typeof eventSchema> }[] = [];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks).toString();
      const header = (name: string) => String(request.headers[name]);
      const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
      const signed = Object.fromEntries(names.map((name) => [name, header(name)]));
      const event = eventSchema.parse(new Webhook(SECRET).verify(body, signed));
      seen.push({ id: header('webhook-id'), body, event });
      failing -= 1;
      response.writeHead(failing >= 0 ? 503 : 204).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    cms = await start({
      environment: {
        WEBHOOK_URL: `http://127.0.0.1:${port}/`,
        WEBHOOK_SECRET: SECRET,
        WEBHOOK_ALLOW_PRIVATE: 'true',
      },
    });
  });
  afterAll(async () => {
    await cms.stop();
    server.close();
  });

  async function eventsOf(reference: string, count: number) {
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(100)) {
      const found = seen.filter(({ event }) => event.data.reference === reference);
      if (found.length >= count) return found;
    }
    throw new Error('too few events have come');
  }

  it('tell of what comes and of each step, with the fields that are allowed and no other', async () => {
    const [answer] = await submit(cms, [inquiry()]);
    const reference = z.string().parse(answer?.outcome === 'accepted' ? answer.reference : undefined);
    const [created] = await eventsOf(reference, 1);
    expect(created?.event).toMatchObject({
      type: 'inquiry.created',
      data: { from: null, status: 'new', language: 'fr-CA', programme: null },
    });
    const { id } = z
      .object({ id: z.string() })
      .parse(await cms.strapi.db.connection('passerelle_inquiries').where({ reference }).first('id'));
    const agent = await tokenWith(
      cms,
      ['read', 'work'].map((action) => ({ action: `api::inquiry.${action}` })),
    );
    const step = { version: 1, to: 'triaged', reason: 'motif canarifère' };
    expect((await cms.post(`/passerelle/inquiries/${id}/transition`, step, agent)).status).toBe(200);
    const [, moved] = await eventsOf(reference, 2);
    expect(moved?.event).toMatchObject({
      type: 'inquiry.transitioned',
      data: { from: 'new', status: 'triaged' },
    });
    for (const { body, event } of [created, moved].flatMap((one) => one ?? [])) {
      for (const personal of [...Object.values(SECRETS), 'canarifère', id])
        expect(body).not.toContain(personal);
      expect(Object.keys(event.data).sort()).toEqual(
        ['from', 'language', 'programme', 'receivedAt', 'reference', 'status'].sort(),
      );
    }
  });

  it('come again under the same id when they are not taken', async () => {
    failing = 2;
    const [answer] = await submit(cms, [inquiry()]);
    const reference = z.string().parse(answer?.outcome === 'accepted' ? answer.reference : undefined);
    const tries = await eventsOf(reference, 3);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
  });

  it('do not tell of what may be spam, nor of what is not confirmed', async () => {
    const before = seen.length;
    await submit(cms, [
      inquiry({}, { proven: false }),
      inquiry({ message: '<a href="https://x">x</a> '.repeat(9) }),
    ]);
    await pause(1_500);
    expect(seen.length).toBe(before);
  });
});

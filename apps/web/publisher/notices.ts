import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { noticeSchema } from '@passerelle/contracts';
import { z } from 'zod';
import type { ReleaseStore } from '../releases/store.ts';
import type { Publisher } from './publisher.ts';

const BODY_LIMIT = 1_024;
const publishSchema = z.strictObject({ allowShrink: z.boolean().default(false) });

/**
 * The publisher's own door, for this machine and the CMS:
 *
 *     POST /notice   {revision}        something has changed → 202
 *     POST /publish  {allowShrink?}    build and switch now → 200 or 422 with what went wrong
 *     GET  /healthz                    the process answers
 *     GET  /readyz                     a release is live → 200, else 503
 *
 * The POSTs need the notice token.
 */
export function noticeServer(
  publisher: Publisher,
  store: Pick<ReleaseStore, 'liveId'>,
  noticeToken: string,
): Server {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = `${request.method} ${request.url}`;
    if (route === 'GET /healthz') return send(response, 200, { ok: true });
    if (route === 'GET /readyz') {
      const release = await store.liveId();
      return send(response, release ? 200 : 503, {
        release: release ?? null,
        last: publisher.last() ?? null,
      });
    }
    if (route !== 'POST /notice' && route !== 'POST /publish') return send(response, 404, {});
    if (!isBearer(request.headers.authorization, noticeToken)) return send(response, 401, {});
    const body = await readJson(request);
    if (route === 'POST /notice') {
      if (!noticeSchema.safeParse(body).success) return send(response, 400, {});
      publisher.notice();
      return send(response, 202, {});
    }
    const options = publishSchema.safeParse(body ?? {});
    if (!options.success) return send(response, 400, {});
    const outcome = await publisher.publish(options.data);
    return send(response, outcome.ok ? 200 : 422, outcome);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) send(response, 500, {});
    });
  });
  server.requestTimeout = 10_000;
  return server;
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** @returns the parsed body; undefined when it is empty, too large or no JSON. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

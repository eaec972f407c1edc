import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { ObjectStore } from '../releases/objects.ts';
import type { ServerConfig } from './config.ts';
import type { CurrentRelease } from './current-release.ts';
import type { OnDemand } from './on-demand.ts';
import { type Refusal, refusalPage } from './refusals.ts';
import { notFoundFile, route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { fileSender } from './send-file.ts';

/** Largest request body, in bytes. */
export const BODY_LIMIT = 64 * 1024;

const REQUEST_TIMEOUT_MS = 15_000;
const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 20_000;

interface ServerParts {
  config: Pick<ServerConfig, 'allowedHosts' | 'secure'>;
  release: CurrentRelease;
  objects: ObjectStore;
  onDemand: OnDemand;
  log: Logger;
}

/** Serves the current release: files first, then the CMS's redirects, then what Astro answers on demand. */
export function siteServer({ config, release, objects, onDemand, log }: ServerParts): Server {
  const security = Object.entries(securityHeaders(config.secure));
  const sendFile = fileSender(objects);

  function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
    const { status, html } = refusalPage(refusal, request.url ?? '/');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    if (status === 503) response.setHeader('retry-after', '5');
    if (status === 405) response.setHeader('allow', 'GET, HEAD');
    if (status === 413 || status === 400) response.setHeader('connection', 'close');
    response.setHeader('content-length', Buffer.byteLength(html));
    response.writeHead(status);
    response.end(request.method === 'HEAD' ? undefined : html);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    if (target === '/healthz' || target === '/readyz') return health(target, response);
    if (!config.allowedHosts.has((request.headers.host ?? '').toLowerCase())) {
      return refuse(request, response, 'wrong-host');
    }
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT)
      return refuse(request, response, 'too-large');
    const live = release.get();
    if (!live) return refuse(request, response, 'not-ready');

    const reading = request.method === 'GET' || request.method === 'HEAD';
    const found = route(target, live, release.kept);
    if (found.kind === 'malformed') return refuse(request, response, 'malformed');
    if (reading && found.kind === 'file') return await sendFile(request, response, found.file, found.status);
    if (reading && found.kind === 'redirect') {
      response.setHeader('location', found.location);
      response.setHeader('cache-control', 'public, max-age=0, must-revalidate');
      response.setHeader('content-length', 0);
      response.writeHead(found.status).end();
      return;
    }
    if (found.kind === 'gone') return refuse(request, response, found.status === 451 ? 'legal' : 'gone');
    if (await onDemand(request, response)) return;
    if (!reading) return refuse(request, response, 'method');
    const page = notFoundFile(target, live);
    if (page) return await sendFile(request, response, page, 404);
    return refuse(request, response, 'not-found');
  }

  function health(target: string, response: ServerResponse): void {
    const ok = target === '/healthz' || release.get() !== undefined;
    response.setHeader('content-type', 'application/json');
    response.setHeader('cache-control', 'no-store');
    response.writeHead(ok ? 200 : 503);
    response.end(JSON.stringify({ ok, release: release.get()?.id ?? null }));
  }

  const server = createServer((request, response) => {
    for (const [name, value] of security) response.setHeader(name, value);
    answer(request, response).catch((error) => {
      log.error({ err: error, method: request.method }, 'a request failed');
      if (response.headersSent) response.destroy();
      else refuse(request, response, 'failed');
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('clientError', (_, socket) => {
    const headers = security.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    if (socket.writable)
      socket.end(`HTTP/1.1 400 Bad Request\r\n${headers}connection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  return server;
}

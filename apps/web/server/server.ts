import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { ObjectStore } from '../releases/objects.ts';
import { bodyLimits, createTurns, LONGEST_MS } from './body-limits.ts';
import type { ClientAddress } from './client-address.ts';
import type { ServerConfig } from './config.ts';
import type { CurrentRelease } from './current-release.ts';
import { findLater } from './later.ts';
import type { OnDemand } from './on-demand.ts';
import { isReadable, readBody } from './read-body.ts';
import { refusalSheet } from './refusal-sheet.ts';
import { type Refusal, refusalPage } from './refusals.ts';
import { notFoundFile, route, tidyTarget } from './route.ts';
import { isOneClick, sameOriginCheck } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { fileSender } from './send-file.ts';

/** Names a request that a page answers, for the visitor who reports it and in the logs. */
const REQUEST_ID = 'x-request-id';

const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 20_000;
/** How often connections are held against these limits: Node's own 30 s would make them up to 45. */
const CHECK_EVERY_MS = 2_000;

interface ServerParts {
  config: Pick<ServerConfig, 'allowedHosts' | 'localHosts' | 'origins' | 'secure'>;
  release: CurrentRelease;
  objects: ObjectStore;
  onDemand: OnDemand;
  addressOf: ClientAddress;
  log: Logger;
}

/**
 * Serves the current release: files first, then the CMS's redirects, what is made after a release, then what Astro answers on demand.
 *
 * What is in memory is answered in the same turn, without a promise, and with headers put together beforehand:
 * that is most of what a page costs here.
 */
export function siteServer(parts: ServerParts): Server {
  const { config, release, objects, onDemand, addressOf, log } = parts;
  const security = Object.entries(securityHeaders(config.secure));
  const flatSecurity = security.flat();
  const isSameOrigin = sameOriginCheck(config);
  const takeTurn = createTurns();
  const sendFile = fileSender(objects, flatSecurity);

  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    refusal: Refusal,
    allow = 'GET, HEAD',
  ): undefined {
    const { status, html } = refusalPage(refusal, request.url ?? '/', {
      sent: isSending(request),
      practice: release.practice(),
    });
    const headers = [
      ...flatSecurity,
      'content-type',
      'text/html; charset=utf-8',
      'cache-control',
      'no-store',
    ];
    headers.push('content-length', String(Buffer.byteLength(html)));
    if (status === 503) headers.push('retry-after', '5');
    if (status === 405) headers.push('allow', allow);
    if (status === 413 || status === 400) headers.push('connection', 'close');
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : html);
  }

  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const target = request.url ?? '/';
    if (target === '/healthz' || target === '/readyz') return health(target, response);
    if (target === refusalSheet.path) return ownSheet(request, response);
    if (!config.allowedHosts.has((request.headers.host ?? '').toLowerCase())) {
      return refuse(request, response, 'wrong-host');
    }
    if (Number(request.headers['content-length'] ?? 0) > bodyLimits(target).bytes)
      return refuse(request, response, 'too-large');
    const reading = !isSending(request);
    if (!reading && !isSameOrigin(request.headers) && !isOneClick(request.method, target)) {
      return refuse(request, response, 'cross-origin');
    }
    const live = release.get();
    if (!live) return refuse(request, response, 'not-ready');

    const found = route(target, live, release.kept);
    if (found.kind === 'malformed') return refuse(request, response, 'malformed');
    if (reading && found.kind === 'file') return sendFile(request, response, found.file, found.status);
    if (reading && found.kind === 'redirect') return redirect(response, found.status, found.location);
    if (found.kind === 'gone') return refuse(request, response, found.status === 451 ? 'legal' : 'gone');
    const later =
      reading && found.kind === 'none' ? findLater(target, live, release.kept, release.made) : undefined;
    if (later?.kind === 'file') return sendFile(request, response, later.file, 200);
    if (later) return refuse(request, response, 'not-ready');
    if (onDemand.matches(target)) return answerOnDemand(request, response, reading);
    if (!reading) return refuse(request, response, 'method');
    const tidy = tidyTarget(target);
    if (tidy !== undefined && onDemand.matches(tidy)) return redirect(response, 301, tidy);
    const notFound = notFoundFile(target, live);
    if (notFound) return sendFile(request, response, notFound, 404);
    return refuse(request, response, 'not-found');
  }

  async function answerOnDemand(
    request: IncomingMessage,
    response: ServerResponse,
    reading: boolean,
  ): Promise<void> {
    const posting = request.method === 'POST';
    if (!reading && !posting) return refuse(request, response, 'method', 'GET, HEAD, POST');
    if (posting && !isReadable(request.headers['content-type']))
      return refuse(request, response, 'wrong-type');
    const limits = bodyLimits(request.url ?? '/');
    const turn = posting && limits.isFile ? takeTurn() : undefined;
    if (turn === null) return refuse(request, response, 'not-ready');
    try {
      const body = posting ? await readBody(request, limits) : null;
      if (body === 'too-large') return refuse(request, response, 'too-large');
      if (body === 'broken-off') return;
      await answerVisit(request, response, body);
    } finally {
      turn?.();
    }
  }

  async function answerVisit(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer | null,
  ): Promise<void> {
    const requestId = randomUUID();
    for (const [name, value] of security) response.setHeader(name, value);
    response.setHeader(REQUEST_ID, requestId);
    await onDemand.answer(request, response, { body, address: addressOf(request), requestId });
  }

  function ownSheet(request: IncomingMessage, response: ServerResponse): undefined {
    response.writeHead(200, [...flatSecurity, ...refusalSheet.headers]);
    response.end(request.method === 'HEAD' ? undefined : refusalSheet.bytes);
  }

  function redirect(response: ServerResponse, status: number, location: string): undefined {
    const told = ['location', location, 'cache-control', 'public, max-age=0, must-revalidate'];
    response.writeHead(status, [...flatSecurity, ...told, 'content-length', '0']).end();
  }

  function health(target: string, response: ServerResponse): undefined {
    const ok = target === '/healthz' || release.get() !== undefined;
    const told = ['content-type', 'application/json', 'cache-control', 'no-store'];
    response.writeHead(ok ? 200 : 503, [...flatSecurity, ...told]);
    response.end(JSON.stringify({ ok, release: release.get()?.id ?? null }));
  }

  function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const requestId = response.getHeader(REQUEST_ID);
    log.error({ err: error, method: request.method, requestId }, 'a request failed');
    if (response.headersSent) response.destroy();
    else refuse(request, response, 'failed');
  }

  const server = createServer({ connectionsCheckingInterval: CHECK_EVERY_MS }, (request, response) => {
    try {
      answer(request, response)?.catch((error) => failed(request, response, error));
    } catch (error) {
      failed(request, response, error);
    }
  });
  server.requestTimeout = LONGEST_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
    const headers = security.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    if (socket.writable)
      socket.end(`HTTP/1.1 ${status}\r\n${headers}connection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  return server;
}

/** Whether a visitor sends something, rather than reads. */
const isSending = ({ method }: IncomingMessage): boolean => method !== 'GET' && method !== 'HEAD';

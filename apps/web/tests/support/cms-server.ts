import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeCms } from '@passerelle/cms-client';
import { CmsError } from '@passerelle/cms-client';
import { changesQuerySchema, entriesQuerySchema } from '@passerelle/contracts';
import { onTestFinished } from 'vitest';

/** What the CMS's answers may suffer on their way. */
export type Fault = 'none' | 'down' | 'error' | 'truncated' | 'empty';

/** Puts a CMS in memory behind HTTP, so that a publisher in a process of its own can read it. */
export async function serveCms(cms: FakeCms) {
  let fault: Fault = 'none';
  const server = createServer(async (request, response) => {
    if (fault === 'down') return void request.socket.destroy();
    if (fault === 'error') return void response.writeHead(500).end();
    const url = new URL(request.url ?? '/', 'http://cms');
    const query = Object.fromEntries(url.searchParams);
    try {
      if (url.pathname === '/api/site/revision') return send(response, await cms.revision(), fault);
      if (url.pathname === '/api/site/entries') {
        const { kind, after } = entriesQuerySchema.parse(query);
        return send(response, await cms.entries(kind, after), fault);
      }
      if (url.pathname === '/api/site/changes') {
        return send(response, await cms.changes(changesQuerySchema.parse(query).since), fault);
      }
      if (url.pathname === '/api/site/releases') {
        let body = '';
        for await (const chunk of request) body += chunk;
        await cms.report(JSON.parse(body));
        return void response.writeHead(204).end();
      }
      response.end(await cms.media(url.pathname));
    } catch (error) {
      response.writeHead(error instanceof CmsError && error.code === 'not-found' ? 404 : 500).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    set fault(next: Fault) {
      fault = next;
    },
  };
}

function send(response: ServerResponse, body: object, fault: Fault): void {
  const nothing = 'entries' in body ? { entries: [], next: null } : 'changes' in body ? { changes: [] } : {};
  const answer = fault === 'empty' ? { ...body, ...nothing } : body;
  const text = JSON.stringify(answer);
  response.setHeader('content-type', 'application/json');
  response.end(fault === 'truncated' ? text.slice(0, text.length / 2) : text);
}

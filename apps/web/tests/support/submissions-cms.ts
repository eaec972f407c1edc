import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  CmsError,
  createFakeSubmissionsCms,
  type FakeSubmissionsCms,
  type FakeSubmissionsOptions,
} from '@passerelle/cms-client';
import { sealedBatchSchema, spoolAlarmSchema, submissionBatchSchema } from '@passerelle/contracts';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/**
 * Puts a CMS in memory behind HTTP, with its faults: what is `unreachable` or `cut` breaks the connection, before
 * anything was done or after.
 */
export async function serveSubmissionsCms(options: FakeSubmissionsOptions, token = 'u'.repeat(40)) {
  const cms: FakeSubmissionsCms = createFakeSubmissionsCms(options);

  async function answer(path: string, body: unknown): Promise<object> {
    if (path === '/api/submissions')
      return { answers: await cms.submit(submissionBatchSchema.parse(body).submissions) };
    if (path === '/api/submissions/sealed')
      return { answers: await cms.submitSealed(sealedBatchSchema.parse(body).boxes) };
    if (path === '/api/submissions/alarms') {
      await cms.alarm(spoolAlarmSchema.parse(body));
      return {};
    }
    const [, poll] = /^\/api\/polls\/(\w+)\/results$/.exec(path) ?? [];
    if (poll !== undefined) return await cms.pollResults(poll);
    const [, reader, below] = /^\/api\/newsletter\/([\w-]+)(\/data)?$/.exec(path) ?? [];
    if (reader !== undefined) {
      return below === undefined ? await cms.newsletterReader(reader) : await cms.newsletterData(reader);
    }
    throw new CmsError('not-found', path);
  }

  const server = createServer(async (request, response) => {
    const body: unknown = request.method === 'POST' ? await json(request).catch(() => undefined) : undefined;
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    try {
      response.end(JSON.stringify(await answer(request.url ?? '/', body)));
    } catch (error) {
      if (error instanceof z.ZodError) return void response.writeHead(400).end();
      if (!(error instanceof CmsError) || error.code === 'unreachable') return void request.socket.destroy();
      response.writeHead(error.code === 'not-found' ? 404 : 503).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { cms, port: (server.address() as AddressInfo).port };
}

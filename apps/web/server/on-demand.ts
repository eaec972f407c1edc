import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { OpenDrafts } from '../drafts/open.ts';
import type { OpenSubmissions } from '../submissions/submissions.ts';
import { answerWriter } from './write-answer.ts';

/** Seconds after which a page that can't be had now may be asked for again. */
const RETRY_AFTER_S = 30;

/**
 * Statuses of an answer without a body by which Astro tells that a page broke down, once it has logged why: 404 when
 * a page for every slug was asked for `/500/`.
 */
const BROKEN_DOWN = new Set([404, 500]);

/** By this parameter Astro runs an action before any page that is posted to; here only pages call actions. */
const ACTION_PARAMETER = '_action';

/** What the server has found out about a request before a page sees it. */
export interface Visit {
  /** Null when there is none. */
  body: Buffer | null;
  /** The visitor's address. */
  address: string;
  requestId: string;
}

/** The routes that are answered at the time of the request (`export const prerender = false`). */
export interface OnDemand {
  /** @param target path and query as they were sent. */
  matches(target: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<void>;
}

const routesSchema = z.array(z.object({ pattern: z.string(), onDemand: z.boolean() }));
const bundleSchema = z.object({
  app: z.object({
    manifest: z.object({ site: z.string() }),
    match: z.custom<(request: Request) => { route: string } | undefined>((it) => typeof it === 'function'),
    render: z.custom<(request: Request, options?: object) => Promise<Response>>(
      (it) => typeof it === 'function',
    ),
  }),
});

/**
 * Has Astro answer them.
 *
 * @param origin of the site: the request is seen as made there, whatever Host header came through
 *   the allow-list, and so is its `Origin`, which has been checked by then.
 * @param drafts for the pages that keep what isn't sent yet.
 */
export async function onDemandRoutes(
  engine: string,
  origin: string,
  submissions: Pick<OpenSubmissions, 'forRequest'> & Partial<Pick<OpenSubmissions, 'files'>>,
  drafts?: OpenDrafts,
): Promise<OnDemand> {
  const routes = routesSchema.parse(JSON.parse(await readFile(join(engine, 'routes.json'), 'utf8')));
  const onDemand = new Set(routes.filter((route) => route.onDemand).map((route) => route.pattern));
  const bundle: unknown = await import(pathToFileURL(join(engine, 'server', 'entry.mjs')).href);
  bundleSchema.parse(bundle);
  // The app itself, not zod's copy of it: its methods need their own `this`.
  const { app } = bundle as z.infer<typeof bundleSchema>;
  app.manifest.site = origin;
  const siteOrigin = new URL(origin).origin;
  const writeAnswer = answerWriter();

  return {
    matches(target) {
      const matched = app.match(new Request(new URL(target, origin)));
      return matched !== undefined && onDemand.has(matched.route);
    },
    async answer(incoming, response, { body, address: clientAddress, requestId }) {
      const headers = headersOf(incoming.headersDistinct);
      headers.set('x-request-id', requestId);
      if (body) headers.set('origin', siteOrigin);
      const address = new URL(incoming.url ?? '/', origin);
      address.searchParams.delete(ACTION_PARAMETER);
      // Pages read what the server has read already: `SentBody` (src/submissions), and no body of the request.
      const sent = body ? { bytes: body, type: incoming.headers['content-type'] ?? '' } : undefined;
      const request = new Request(address, { method: incoming.method ?? 'GET', headers });
      response.setHeader('cache-control', 'no-store');
      const answer = await app.render(request, {
        addCookieHeader: true,
        clientAddress,
        locals: {
          submissions: submissions.forRequest(requestId),
          files: submissions.files,
          sent,
          drafts,
        },
      });
      if (BROKEN_DOWN.has(answer.status) && answer.body === null) throw new Error('A page broke down.');
      if (answer.status === 503 && !answer.headers.has('retry-after'))
        response.setHeader('retry-after', String(RETRY_AFTER_S));
      await writeAnswer(answer, incoming, response);
    },
  };
}

function headersOf(sent: NodeJS.Dict<string[]>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(sent)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequest, writeResponse } from 'astro/app/node';
import { z } from 'zod';

/** Answers a request with Astro, where a route asks for that; false when none does. */
export type OnDemand = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

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
 * The routes that are answered at the time of the request (`export const prerender = false`).
 *
 * @param origin of the site: the request is seen as made there, whatever Host header came through
 *   the allow-list.
 * @param bodyLimit in bytes.
 */
export async function onDemandRoutes(engine: string, origin: string, bodyLimit: number): Promise<OnDemand> {
  const routes = routesSchema.parse(JSON.parse(await readFile(join(engine, 'routes.json'), 'utf8')));
  const onDemand = new Set(routes.filter((route) => route.onDemand).map((route) => route.pattern));
  const bundle: unknown = await import(pathToFileURL(join(engine, 'server', 'entry.mjs')).href);
  bundleSchema.parse(bundle);
  // The app itself, not zod's copy of it: its methods need their own `this`.
  const { app } = bundle as z.infer<typeof bundleSchema>;
  app.manifest.site = origin;

  return async (incoming, response) => {
    const url = new URL(incoming.url ?? '/', origin);
    const matched = app.match(new Request(url));
    if (!matched || !onDemand.has(matched.route)) return false;
    const received = createRequest(incoming, { bodySizeLimit: bodyLimit });
    const request = new Request(url, received);
    response.setHeader('cache-control', 'no-store');
    await writeResponse(await app.render(request), response);
    return true;
  };
}

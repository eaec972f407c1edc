import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Entry } from '@passerelle/contracts';
import { z } from 'zod';
import { openDraftsWith } from '../../drafts/open.ts';
import type { Drafts } from '../../src/drafts/port.ts';
import { memorySubmissions } from '../../src/testing/memory-submissions.ts';
import { publishedWith } from '../../src/testing/published-with.ts';

const ENGINE = resolve(import.meta.dirname, '../../dist/engine/server/entry.mjs');
const SITE = 'https://passerelle.example';

const bundleSchema = z.object({
  app: z.object({
    manifest: z.object({ site: z.string() }),
    render: z.custom<(request: Request, options: object) => Promise<Response>>(
      (it) => typeof it === 'function',
    ),
  }),
});

/** A visitor's browser, as far as pages are concerned: it keeps cookies. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form; fields may come several times. */
  post(
    path: string,
    fields: readonly (readonly [string, string])[],
    headers?: Record<string, string>,
  ): Promise<Response>;
  cookies: Map<string, string>;
}

/** The built site with this content, and with what takes submissions in memory. */
export async function siteApp(entries: readonly Entry[]) {
  const bundle: unknown = await import(pathToFileURL(ENGINE).href);
  bundleSchema.parse(bundle);
  // The app itself, not zod's copy of it: its methods need their own `this`.
  const { app } = bundle as z.infer<typeof bundleSchema>;
  app.manifest.site = SITE;
  const published = publishedWith(entries);
  const kept = await openDraftsWith({
    file: ':memory:',
    formSecret: 'secret of the tests, long enough to pass',
    failed(error) {
      throw error;
    },
  });
  /** What a test turns on: a disk that can be neither read nor written. */
  const failing = { drafts: false };
  const unavailable = { outcome: 'refused', code: 'unavailable' } as const;
  const drafts: Drafts = {
    read: (cookie) => (failing.drafts ? 'unavailable' : kept.read(cookie)),
    begin: async (...given) => (failing.drafts ? unavailable : await kept.begin(...given)),
    erase: (cookie) => !failing.drafts && kept.erase(cookie),
    link: (...given) => (failing.drafts ? unavailable : kept.link(...given)),
    linked: (token) => (failing.drafts ? 'unavailable' : kept.linked(token)),
    openLinked: (token) => (failing.drafts ? unavailable : kept.openLinked(token)),
    change: (...given) => (failing.drafts ? unavailable : kept.change(...given)),
  };
  const memory = memorySubmissions(entries.filter((entry) => entry.kind === 'poll'));

  async function ask(path: string, init: RequestInit): Promise<Response> {
    const locals = { published, submissions: memory.submissions, drafts };
    return await app.render(new Request(SITE + path, init), { locals, clientAddress: '192.0.2.1' });
  }

  function visitor(): Visitor {
    const cookies = new Map<string, string>();
    async function send(path: string, init: RequestInit, given: Record<string, string>) {
      const headers = new Headers({ origin: SITE, ...given });
      const kept = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      if (kept !== '') headers.set('cookie', kept);
      const response = await ask(path, { ...init, headers, redirect: 'manual' });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=', 2) ?? [];
        cookies.set(name, value);
      }
      return response;
    }
    return {
      cookies,
      get: (path, headers = {}) => send(path, { method: 'GET' }, headers),
      post: (path, fields, headers = {}) => {
        const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
        return send(path, { method: 'POST', body }, headers);
      },
    };
  }
  return { ...memory, drafts, failing, visitor, ask };
}

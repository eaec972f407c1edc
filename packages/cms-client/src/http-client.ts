import {
  changesResponseSchema,
  type EntryKind,
  entriesResponseSchema,
  type ReleaseReport,
  revisionResponseSchema,
} from '@passerelle/contracts';
import { type ZodType, z } from 'zod';
import type { CmsClient } from './client.ts';
import { isPassing } from './cms-error.ts';
import { parse, readJson, requestsTo, type Told } from './requests.ts';

export interface HttpClientOptions {
  /** Where the CMS answers, without a path: `http://127.0.0.1:1337`. */
  url: string;
  siteToken: string;
  reportToken: string;
  /** For one attempt, in milliseconds. */
  timeout?: number;
  /** Waits between attempts, in milliseconds; as many retries as there are waits. */
  waits?: readonly number[];
  sleep?: (milliseconds: number) => Promise<void>;
}

const PAGE = 200;

/** The CMS over HTTP: parsed by the contracts, with a time-out and a few retries for what may pass. */
export function createHttpClient({
  url,
  siteToken,
  reportToken,
  timeout = 10_000,
  waits = [200, 1_000],
  sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}: HttpClientOptions): CmsClient {
  const once = requestsTo(url, timeout);

  async function attempt<T>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    for (const wait of waits) {
      try {
        return await once(path, init, read);
      } catch (error) {
        if (!isPassing(error)) throw error;
        await sleep(wait);
      }
    }
    return await once(path, init, read);
  }

  /** What the CMS answers, not looked at yet. */
  const ask = (path: string, query: Record<string, string | number>): Promise<Told> => {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) search.set(key, String(value));
    const address = search.size === 0 ? path : `${path}?${search}`;
    return attempt(address, { headers: { authorization: `Bearer ${siteToken}` } }, async (response) => ({
      address,
      json: readJson(address, await response.text()),
    }));
  };
  const get = async <T>(path: string, query: Record<string, string | number>, schema: ZodType<T>) =>
    parse(await ask(path, query), schema);
  const askForPage = (kind: EntryKind, after: number) =>
    ask('/api/site/entries', { kind, after, limit: PAGE });

  return {
    revision: () => get('/api/site/revision', {}, revisionResponseSchema),
    entries: async (kind, after = 0) => parse(await askForPage(kind, after), entriesResponseSchema),
    async *everyPage(kind) {
      for (let coming: Promise<Told> | undefined = askForPage(kind, 0); coming; ) {
        const told: Told = await coming;
        // Parsing costs as much as a third of what the CMS does for the next page: both go on at once.
        const next = z.looseObject({ next: z.number() }).safeParse(told.json).data?.next;
        coming = next === undefined ? undefined : askForPage(kind, next);
        // It is looked at when its turn comes, or never, should the caller have stopped.
        coming?.catch(() => {});
        yield parse(told, entriesResponseSchema);
      }
    },
    changes: (since) => get('/api/site/changes', { since, limit: PAGE }, changesResponseSchema),
    report: (report: ReleaseReport) =>
      attempt(
        '/api/site/releases',
        {
          method: 'POST',
          headers: { authorization: `Bearer ${reportToken}`, 'content-type': 'application/json' },
          body: JSON.stringify(report),
        },
        async (response) => {
          await response.body?.cancel();
        },
      ),
    media: (path) => attempt(path, {}, async (response) => new Uint8Array(await response.arrayBuffer())),
  };
}

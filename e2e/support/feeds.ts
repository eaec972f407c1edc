import type { z } from 'zod';
import { atomSchema } from './schemas/atom.ts';
import { jsonFeedSchema } from './schemas/json-feed.ts';
import { rssSchema } from './schemas/rss.ts';
import { parseXml } from './schemas/xml.ts';
import { receive } from './wire.ts';

/** What of a document is not as its specification says. */
export const wrong = (schema: z.ZodType, document: unknown) => schema.safeParse(document).error?.issues ?? [];

/** What of the three feeds of a list, by its path, is not RSS 2.0, Atom 1.0 (RFC 4287) or JSON Feed 1.1. */
export async function feedFaultsOf(list: string): Promise<unknown[]> {
  return [
    ...wrong(rssSchema, parseXml((await receive(`${list}rss.xml`)).text)),
    ...wrong(atomSchema, parseXml((await receive(`${list}atom.xml`)).text)),
    ...wrong(jsonFeedSchema, JSON.parse((await receive(`${list}feed.json`)).text)),
  ];
}

import { z } from 'zod';
import { any, atMostOne, one, text, webAddress } from './xml.ts';

/** https://www.rssboard.org/rss-specification, with the modules `atom`, `content` and `dc` as its best practices take them. */

/** RFC 822 with a year of four digits. */
const date = z
  .string()
  .regex(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT)$/)
  .refine((value) => !Number.isNaN(Date.parse(value)));

const item = z.strictObject({
  title: one(text),
  link: one(webAddress),
  guid: one(z.strictObject({ '#text': text, '@_isPermaLink': z.enum(['true', 'false']) })),
  pubDate: one(date),
  'dc:creator': any(text),
  category: any(text),
  description: atMostOne(text),
  'content:encoded': one(text),
});

const channel = z.strictObject({
  title: one(text),
  link: one(webAddress),
  description: one(text),
  language: one(z.string().regex(/^[a-z]{2}(?:-[a-z]{2})?$/)),
  'atom:link': one(
    z.strictObject({
      '@_href': webAddress,
      '@_rel': z.literal('self'),
      '@_type': z.literal('application/rss+xml'),
    }),
  ),
  lastBuildDate: atMostOne(date),
  item: z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map(({ guid: [guid] }) => guid['#text'])).size === items.length),
});

export const rssSchema = z.strictObject({
  rss: one(
    z.strictObject({
      '@_version': z.literal('2.0'),
      '@_xmlns:atom': z.literal('http://www.w3.org/2005/Atom'),
      '@_xmlns:content': z.literal('http://purl.org/rss/1.0/modules/content/'),
      '@_xmlns:dc': z.literal('http://purl.org/dc/elements/1.1/'),
      channel: one(channel),
    }),
  ),
});

import { z } from 'zod';
import { instant, text, webAddress } from './xml.ts';

/** https://www.jsonfeed.org/version/1.1/ */
const author = z.strictObject({ name: text, url: webAddress.optional(), avatar: webAddress.optional() });

const item = z.strictObject({
  id: text,
  url: webAddress,
  title: text,
  summary: text.optional(),
  content_html: text,
  image: webAddress.optional(),
  date_published: instant,
  date_modified: instant,
  authors: z.array(author),
  tags: z.array(text),
});

export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: text,
  home_page_url: webAddress,
  feed_url: webAddress,
  description: text,
  language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  authors: z.array(author).min(1),
  items: z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length),
});

import { z } from 'zod';
import { any, atMostOne, instant, one, text, webAddress } from './xml.ts';

/** RFC 4287, its grammar (appendix B) and what its text adds in 4.1.1 and 4.1.2. */

/** An absolute IRI (4.2.6). */
const id = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/);
const person = z.strictObject({
  name: one(text),
  uri: atMostOne(webAddress),
  email: atMostOne(z.email()),
});
const link = z.strictObject({
  '@_rel': z.enum(['self', 'alternate', 'related', 'enclosure', 'via']),
  '@_type': z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  '@_href': webAddress,
  '@_hreflang': z.string().optional(),
});
/** Not two alternates of one type and language (4.1.1, 4.1.2). */
const links = z.array(link).refine((all) => {
  const kinds = all
    .filter((each) => each['@_rel'] === 'alternate')
    .map((each) => `${each['@_type']} ${each['@_hreflang']}`);
  return kinds.length >= 1 && new Set(kinds).size === kinds.length;
});

const entry = z.strictObject({
  id: one(id),
  title: one(text),
  updated: one(instant),
  published: atMostOne(instant),
  author: any(person),
  link: links,
  category: any(z.strictObject({ '@_term': text })),
  summary: atMostOne(text),
  content: one(z.strictObject({ '#text': text, '@_type': z.literal('html') })),
});

export const atomSchema = z.strictObject({
  feed: one(
    z.strictObject({
      '@_xmlns': z.literal('http://www.w3.org/2005/Atom'),
      '@_xml:lang': z.string(),
      id: one(id),
      title: one(text),
      subtitle: atMostOne(text),
      updated: one(instant),
      // An author here is the author of every entry that names none.
      author: z.array(person).min(1),
      link: links.refine((all) => all.some((each) => each['@_rel'] === 'self')),
      entry: z
        .array(entry)
        .min(1)
        .refine((entries) => new Set(entries.map((each) => each.id[0])).size === entries.length),
    }),
  ),
});

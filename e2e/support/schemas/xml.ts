import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** Every element as a list, so that a schema says how often it may stand; attributes begin with `@_`. */
const parser = new XMLParser({
  ignoreAttributes: false,
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/** @throws when the text is not well-formed. */
export const parseXml = (text: string): unknown => parser.parse(text, true);

/** An element that stands once. */
export const one = <S extends z.ZodType>(content: S) => z.tuple([content]);
/** One that may be left out. */
export const atMostOne = <S extends z.ZodType>(content: S) => one(content).optional();
/** One that stands as often as it likes. */
export const any = <S extends z.ZodType>(content: S) => z.array(content).optional();

export const text = z.string().trim().min(1);
/** RFC 3339, and with it W3C's note on dates as sitemaps and Atom use it. */
export const instant = z.iso.datetime({ offset: true });
export const webAddress = z.url({ protocol: /^https?$/ });

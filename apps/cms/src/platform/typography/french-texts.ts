import { restoreFrenchSpacing, restoreFrenchSpacingAcross } from '@passerelle/importer';
import { z } from 'zod';

/** What of a Strapi attribute says how its value is to be read. */
export interface Attribute {
  type: string;
  maxLength?: number;
  component?: string;
}
export type Attributes = Readonly<Record<string, Attribute>>;
/** The attributes of a component, by its name; none for one that doesn't exist. */
export type AttributesOf = (component: string) => Attributes;

type Data = Readonly<Record<string, unknown>>;

const dataSchema = z.record(z.string(), z.unknown());
const componentSchema = z.looseObject({ lang: z.string().nullish(), __component: z.string().optional() });

/**
 * What an editor wrote in French, with the spaces that French typography has around its signs: a question mark
 * never begins a line. Texts, rich texts and components are looked through; what isn't one of these, and a
 * component in another language (`lang`), is given back as it came. What would grow beyond its field stays too.
 */
export function withFrenchSpacing(data: Data, attributes: Attributes, attributesOf: AttributesOf): Data {
  const inComponent = (value: unknown, name: string): unknown => {
    const { success, data: component } = componentSchema.safeParse(value);
    if (!success || !isFrench(component.lang)) return value;
    return withFrenchSpacing(component, attributesOf(name), attributesOf);
  };
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => {
      const attribute = attributes[field];
      return [field, attribute ? settled(value, attribute, inComponent) : value];
    }),
  );
}

function settled(
  value: unknown,
  { type, maxLength = Number.POSITIVE_INFINITY, component = '' }: Attribute,
  inComponent: (value: unknown, name: string) => unknown,
): unknown {
  switch (type) {
    case 'string':
    case 'text': {
      if (typeof value !== 'string') return value;
      const text = restoreFrenchSpacing(value, 'fr-CA');
      return text.length > maxLength ? value : text;
    }
    case 'blocks':
      return Array.isArray(value) ? value.map(inNode) : value;
    case 'component':
      return Array.isArray(value)
        ? value.map((each) => inComponent(each, component))
        : inComponent(value, component);
    case 'dynamiczone':
      if (!Array.isArray(value)) return value;
      return value.map((each) => inComponent(each, componentSchema.safeParse(each).data?.__component ?? ''));
    default:
      return value;
  }
}

const isFrench = (lang: string | null | undefined) => !lang || /^fr\b/i.test(lang);

/** A node of a rich text: those within a line are read together, for a link parts a sentence from its sign. */
function inNode(node: unknown): unknown {
  const { data } = dataSchema.safeParse(node);
  if (!data || !Array.isArray(data.children)) return node;
  if (!data.children.some((child) => isText(child))) return { ...data, children: data.children.map(inNode) };
  const pieces = restoreFrenchSpacingAcross(data.children.flatMap(piecesOf), 'fr-CA')[Symbol.iterator]();
  return { ...data, children: data.children.map((child: unknown) => withPieces(child, pieces)) };
}

const textSchema = z.looseObject({ type: z.literal('text'), text: z.string(), code: z.boolean().optional() });
const isText = (node: unknown) => textSchema.safeParse(node).success;

/** Code is no sentence; it keeps its place in the line as a word. */
function piecesOf(node: unknown): string[] {
  const text = textSchema.safeParse(node).data;
  if (text) return [text.code ? 'x'.repeat(text.text.length) : text.text];
  const children = dataSchema.safeParse(node).data?.children;
  return Array.isArray(children) ? children.flatMap(piecesOf) : [];
}

function withPieces(node: unknown, pieces: Iterator<string>): unknown {
  const text = textSchema.safeParse(node).data;
  if (text) {
    const piece = pieces.next().value ?? text.text;
    return text.code ? node : { ...text, text: piece };
  }
  const { data } = dataSchema.safeParse(node);
  if (!data || !Array.isArray(data.children)) return node;
  return { ...data, children: data.children.map((child: unknown) => withPieces(child, pieces)) };
}

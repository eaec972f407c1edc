import { escapeMarkup } from './escape.ts';

/** Attributes by name; those without a value are left out. */
type Attributes = Record<string, string | null>;

const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('');

/** An element with text in it, which is escaped; nothing when there is no text. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null ? '' : `<${name}${attributesOf(attributes)}>${escapeMarkup(text)}</${name}>\n`;
}

export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${attributesOf(attributes)}/>\n`;
}

/** An element around others. The children are XML already. */
export function element(name: string, children: readonly string[], attributes: Attributes = {}): string {
  return `<${name}${attributesOf(attributes)}>\n${children.join('')}</${name}>\n`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

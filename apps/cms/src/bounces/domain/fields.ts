/** The fields of one block of a machine-readable report, by their names in lower case; the first of a name counts. */
export type Fields = ReadonlyMap<string, string>;

const FIELD = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/;

/**
 * Reads blocks of fields (RFC 3464, 2.1; RFC 5965, 3.1): separated by empty lines, with lines that begin with white
 * space going on with the one before. What is no field is passed over.
 */
export function readFields(text: string): Fields[] {
  const blocks: Map<string, string>[] = [];
  let block: Map<string, string> | undefined;
  for (const line of text.replace(/\r?\n[ \t]+(?=\S)/g, ' ').split(/\r?\n/)) {
    if (line.trim() === '') {
      block = undefined;
      continue;
    }
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    if (block === undefined) {
      block = new Map();
      blocks.push(block);
    }
    if (!block.has(name.toLowerCase())) block.set(name.toLowerCase(), value.trim());
  }
  return blocks;
}

const ADDRESS = /[^\s<>()[\]:;,"]+@[^\s<>()[\]:;,"]+/;

/** The address in a field such as `rfc822; <visiteur@exemple.example>` (RFC 3464, 2.3.1); null when there is none. */
export function addressIn(value: string | undefined): string | null {
  return ADDRESS.exec(value ?? '')?.[0] ?? null;
}

const MESSAGE_ID = /<[^<>\s@]+@[^<>\s@]+>/g;

/** Every `Message-ID` (RFC 5322, 3.6.4) in some text, each once. */
export const messageIdsIn = (text: string): string[] => [...new Set(text.match(MESSAGE_ID) ?? [])];

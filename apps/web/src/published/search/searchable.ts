import type { Block, Entry, EntryOf, InlineNode, ListNode, RichText } from '@passerelle/contracts';

/** The kinds of documents that a search finds. */
export const SEARCHABLE_KINDS = ['article', 'programme', 'page', 'poll', 'term'] as const;
export type SearchableKind = (typeof SEARCHABLE_KINDS)[number];
export type SearchableEntry = EntryOf<SearchableKind>;

/** What a document says, from its most telling words to the least. */
export interface SearchableText {
  title: string;
  /** Other names it goes by: found as its title is, and not shown. */
  otherNames?: string;
  summary: string;
  body: string;
}

export function isSearchable(entry: Entry): entry is SearchableEntry {
  return SEARCHABLE_KINDS.some((kind) => kind === entry.kind);
}

/** The words of a document, as plain text. */
export function searchableText(entry: SearchableEntry): SearchableText {
  switch (entry.kind) {
    case 'article':
    case 'page':
      return { title: entry.title, summary: entry.dek ?? '', body: plainText(entry.body) };
    case 'programme':
      return { title: programmeTitle(entry), summary: entry.summary ?? '', body: entry.authority };
    case 'poll': {
      const options = entry.options.map(({ label }) => label).join('\n');
      return { title: entry.question, summary: entry.intro ?? '', body: options };
    }
    case 'term':
      return {
        title: termTitle(entry),
        otherNames: entry.aliases.join('\n'),
        summary: richText(entry.definition),
        body: '',
      };
    default:
      return entry satisfies never;
  }
}

/** A programme by its name, and its code where that is an acronym. */
function programmeTitle({ code, name }: EntryOf<'programme'>): string {
  return /^\p{Lu}+$/u.test(code) ? `${name} (${code})` : name;
}

/** A word of the glossary, and its acronym. */
function termTitle({ name, acronym }: EntryOf<'term'>): string {
  return acronym === null ? name : `${name} (${acronym})`;
}

/** When a document was published or last changed; empty for those without a date, which come last among equals. */
export function dateOf(entry: SearchableEntry): string {
  switch (entry.kind) {
    case 'article':
      return entry.publishedAt;
    case 'page':
      return entry.modifiedAt;
    case 'programme':
      return entry.verifiedAt ?? '';
    case 'poll':
      return entry.opensAt ?? '';
    case 'term':
      return '';
    default:
      return entry satisfies never;
  }
}

/** A body without its markup, a line for each block or paragraph. */
function plainText(body: readonly Block[]): string {
  return body.map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'text':
      return richText(block.content);
    case 'figure':
      return lines(block.image.alt, block.caption);
    case 'callout':
      return lines(block.title, richText(block.content));
    case 'table':
      return lines(block.caption, ...[block.header, ...block.rows].map((row) => row.join(', ')));
    case 'quote':
      return lines(block.text, block.attribution);
    case 'embed':
      return block.title;
    case 'call-to-action':
      return lines(block.title, block.text);
    // A poll is found by itself, consultants on every page.
    case 'poll':
    case 'consultants':
      return '';
    default:
      return block satisfies never;
  }
}

const lines = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join('\n');

const richText = (nodes: RichText): string =>
  nodes.map((node) => (node.type === 'list' ? listText(node) : inlineText(node.children))).join('\n');

const listText = (list: ListNode): string =>
  list.children.map((item) => (item.type === 'list' ? listText(item) : inlineText(item.children))).join('\n');

const inlineText = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.type === 'link' ? inlineText(node.children) : node.text)).join('');

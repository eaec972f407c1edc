import type { Block, InlineNode, ListNode, RichTextNode, Term } from '@passerelle/contracts';

/** A word of the glossary as articles may write it; `slug` is its place there. */
export interface TermName {
  slug: string;
  name: string;
}

/** All the ways to write a term. */
export function namesOf({ slug, name, acronym, aliases }: Term): TermName[] {
  return [name, ...(acronym === null ? [] : [acronym]), ...aliases].map((each) => ({ slug, name: each }));
}

/** A body in which terms are links, and the slugs of those that are. */
export interface LinkedBody {
  body: Block[];
  linked: string[];
}

/**
 * Makes a link of the first place where running text names a term: in paragraphs and lists of the body's texts,
 * never in headings, quotations, code or other links. Longer names are found before those within them.
 */
export function linkTerms(
  body: readonly Block[],
  names: readonly TermName[],
  href: (slug: string) => string,
): LinkedBody {
  const linked: string[] = [];
  const wanted = names.map(soughtName).sort((a, b) => b.length - a.length);
  const inline = (nodes: readonly InlineNode[]): InlineNode[] =>
    nodes.flatMap((node) => linkIn(node, wanted, href, linked));
  const list = (node: ListNode): ListNode => ({
    ...node,
    children: node.children.map((child) =>
      child.type === 'list' ? list(child) : { ...child, children: inline(child.children) },
    ),
  });
  const linkNode = (node: RichTextNode): RichTextNode => {
    if (node.type === 'paragraph') return { ...node, children: inline(node.children) };
    return node.type === 'list' ? list(node) : node;
  };
  const linkedBody = body.map((block) =>
    block.type === 'text' ? { ...block, content: block.content.map(linkNode) } : block,
  );
  return { body: linkedBody, linked };
}

/** A name as it is looked for: acronyms are told from words by their capitals; a word may begin a sentence. */
interface SoughtName {
  slug: string;
  sought: string;
  length: number;
  exact: boolean;
}

function soughtName({ slug, name }: TermName): SoughtName {
  const exact = name === name.toUpperCase();
  return { slug, exact, sought: exact ? name : name.toLowerCase(), length: name.length };
}

/** The nodes that a run of text becomes; terms it has linked are added to `linked`. */
function linkIn(
  node: InlineNode,
  names: readonly SoughtName[],
  href: (slug: string) => string,
  linked: string[],
): InlineNode[] {
  if (node.type !== 'text' || node.code) return [node];
  const text = searched(node.text);
  for (const name of names) {
    const at = placeOf(text, name);
    if (at < 0 || linked.includes(name.slug)) continue;
    linked.push(name.slug);
    const end = at + name.length;
    const piece = (from: number, to?: number) => ({ ...node, text: node.text.slice(from, to) });
    const rest = (part: InlineNode) =>
      part.type === 'text' && part.text === '' ? [] : linkIn(part, names, href, linked);
    return [
      ...rest(piece(0, at)),
      { type: 'link', url: href(name.slug), children: [piece(at, end)] },
      ...rest(piece(end)),
    ];
  }
  return [node];
}

const WORD = /[\p{L}\p{N}]/u;

/** A text as it is looked through: as written, and in small letters with each in its place. */
interface Searched {
  text: string;
  small: string;
}

function searched(text: string): Searched {
  const small = text.toLowerCase();
  // A few capitals become two letters when small, which would move what follows.
  return { text, small: small.length === text.length ? small : text };
}

/** Where a text has a name as a word of its own; -1 where it has not. */
function placeOf({ text, small }: Searched, { sought, length, exact }: SoughtName): number {
  const within = exact ? text : small;
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    const after = text[at + length] ?? '';
    if (!WORD.test(text[at - 1] ?? '') && !WORD.test(after)) return at;
  }
  return -1;
}

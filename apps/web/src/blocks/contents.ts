import type { Block, InlineNode, RichTextNode } from '@passerelle/contracts';

/** A part of a body: a heading of its running text that stands right below the page's title. */
export interface Part {
  heading: RichTextNode;
  /** Unique among all ids of the page. */
  id: string;
  title: string;
}

/** From so many parts on, a body is led by the list of them. */
export const PARTS_OF_A_LONG_BODY = 4;

const PART_LEVEL = 2;
/** Keeps the names of parts apart from every other id of a page. */
const PREFIX = 'section-';

/**
 * The parts of a body, in order. An id is made of the heading's own words, so that a link to it holds when parts are
 * added, moved or taken away; only headings of the same words are numbered, from the second on.
 */
export function partsOf(body: readonly Block[]): Part[] {
  const used = new Map<string, number>();
  return body
    .flatMap((block) => (block.type === 'text' ? block.content : []))
    .flatMap((node) => {
      if (node.type !== 'heading' || node.level !== PART_LEVEL) return [];
      const title = node.children.map(textOf).join('').trim();
      if (title === '') return [];
      const words = PREFIX + wordsOf(title);
      const count = (used.get(words) ?? 0) + 1;
      used.set(words, count);
      return [{ heading: node, id: count === 1 ? words : `${words}--${count}`, title }];
    });
}

const textOf = (node: InlineNode): string =>
  node.type === 'text' ? node.text : node.children.map(({ text }) => text).join('');

/** Letters and digits of a title without their accents. Six times as quick as the CMS's slugs, which every page would pay. */
function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

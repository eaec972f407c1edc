import type { InlineNode, ListNode, RichText, RichTextNode, TextNode } from '@passerelle/contracts';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** The parser's nodes, by way of what it returns. */
type Node = ReturnType<typeof fromMarkdown>['children'][number];
type List = Extract<Node, { type: 'list' }>;
type Quote = Extract<Node, { type: 'blockquote' }>;
type Phrase = Extract<Node, { type: 'paragraph' }>['children'][number];

type Marks = Omit<TextNode, 'type' | 'text'>;

/** Markdown that has no place in a text, with what it is. */
export class MarkdownError extends Error {
  override readonly name = 'MarkdownError';
}

/**
 * Turns CommonMark into Strapi's blocks: paragraphs, headings, lists, quotes, code; strong, emphasis, code, links.
 *
 * @throws {MarkdownError} for anything else, such as raw HTML or an image.
 */
export function markdownToBlocks(markdown: string): RichText {
  return fromMarkdown(markdown).children.map(blockOf);
}

/** A text whose blocks are written one by one. @throws {MarkdownError} */
export function richText(markdown: readonly string[]): RichText {
  return markdown.flatMap(markdownToBlocks);
}

function blockOf(node: Node): RichTextNode {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: inlinesOf(node.children) };
    case 'heading':
      return { type: 'heading', level: node.depth, children: inlinesOf(node.children) };
    case 'blockquote':
      return { type: 'quote', children: quoted(node.children) };
    case 'code':
      return { type: 'code', children: [{ type: 'text', text: node.value }] };
    case 'list':
      return listOf(node);
    default:
      throw new MarkdownError(`${node.type} can’t be used in a text`);
  }
}

/** Strapi's quotes hold inlines only, so the paragraphs of one are set apart by an empty line. */
function quoted(children: Quote['children']): InlineNode[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'paragraph') throw new MarkdownError(`${child.type} can’t be used in a quote`);
    const inlines = inlinesOf(child.children);
    return index === 0 ? inlines : [{ type: 'text' as const, text: '\n\n' }, ...inlines];
  });
}

function listOf(list: List): ListNode {
  return {
    type: 'list',
    format: list.ordered ? 'ordered' : 'unordered',
    children: list.children.flatMap((item) => {
      const [first, ...rest] = item.children;
      if (first === undefined || first.type !== 'paragraph') {
        throw new MarkdownError('a list item starts with text');
      }
      const nested = rest.map((child) => {
        if (child.type !== 'list') throw new MarkdownError('a list item holds one paragraph, then lists');
        return listOf(child);
      });
      return [{ type: 'list-item' as const, children: inlinesOf(first.children) }, ...nested];
    }),
  };
}

function inlinesOf(nodes: readonly Phrase[]): InlineNode[] {
  const inlines = nodes.flatMap((node) => inlineOf(node, {}));
  return inlines.length > 0 ? inlines : [{ type: 'text', text: '' }];
}

function inlineOf(node: Phrase, marks: Marks): InlineNode[] {
  switch (node.type) {
    case 'link':
      return [
        { type: 'link', url: node.url, children: node.children.flatMap((child) => textOf(child, marks)) },
      ];
    case 'strong':
      return node.children.flatMap((child) => inlineOf(child, { ...marks, bold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => inlineOf(child, { ...marks, italic: true }));
    default:
      return textOf(node, marks);
  }
}

/** Within a link there is text alone. */
function textOf(node: Phrase, marks: Marks): TextNode[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value, ...marks }];
    case 'strong':
      return node.children.flatMap((child) => textOf(child, { ...marks, bold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => textOf(child, { ...marks, italic: true }));
    case 'inlineCode':
      return [{ type: 'text', text: node.value, ...marks, code: true }];
    case 'break':
      return [{ type: 'text', text: '\n', ...marks }];
    default:
      throw new MarkdownError(`${node.type} can’t be used within a line`);
  }
}

import type { InlineNode, ListNode, RichText, RichTextNode } from '@passerelle/contracts';

/** Rich text as its words alone, a line for each paragraph and each item of a list. */
export const plainText = (nodes: RichText): string => nodes.flatMap(linesOf).join('\n');

function linesOf(node: RichTextNode): string[] {
  return node.type === 'list' ? itemsOf(node) : [wordsOf(node.children)];
}

const itemsOf = (list: ListNode): string[] =>
  list.children.flatMap((child) =>
    child.type === 'list' ? itemsOf(child) : [`– ${wordsOf(child.children)}`],
  );

const wordsOf = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : wordsOf(node.children))).join('');

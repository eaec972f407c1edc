import type { Block, ListNode, RichTextNode } from '@passerelle/contracts';

/** What a body is made of. `lists` are those that stand by themselves; `listItems` are all, nested ones too. */
interface BodyCounts {
  words: number;
  paragraphs: number;
  headings: number;
  lists: number;
  listItems: number;
  quotes: number;
}

function itemTexts(list: ListNode): string[] {
  return list.children.flatMap((child) =>
    child.type === 'list' ? itemTexts(child) : [inlineText(child.children)],
  );
}

function inlineText(
  nodes: readonly { type: string; text?: string; children?: readonly { text: string }[] }[],
): string {
  return nodes.map((node) => node.text ?? node.children?.map(({ text }) => text).join('') ?? '').join('');
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0;

const nodeWords = (node: RichTextNode) =>
  node.type === 'list'
    ? itemTexts(node).reduce((sum, text) => sum + wordsIn(text), 0)
    : wordsIn(inlineText(node.children));

/** Counts what the body of an article is made of. */
export function countBody(body: readonly Block[]): BodyCounts {
  const nodes = body.flatMap((block) => (block.type === 'text' ? block.content : []));
  const quotes = body.flatMap((block) => (block.type === 'quote' ? [block.text] : []));
  const ofType = (type: RichTextNode['type']) => nodes.filter((node) => node.type === type).length;
  return {
    words: [...nodes.map(nodeWords), ...quotes.map(wordsIn)].reduce((sum, words) => sum + words, 0),
    paragraphs: ofType('paragraph'),
    headings: ofType('heading'),
    lists: ofType('list'),
    listItems: nodes.flatMap((node) => (node.type === 'list' ? itemTexts(node) : [])).length,
    quotes: quotes.length,
  };
}

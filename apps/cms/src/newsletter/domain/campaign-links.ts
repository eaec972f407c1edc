import type { InlineNode, ListNode, RichText } from '@passerelle/contracts';
import type { MailBlock } from './campaign.ts';

/** Every address that blocks lead to, as editors have written it, each once. */
export const linksOf = (blocks: readonly MailBlock[]): string[] => [...new Set(blocks.flatMap(linksOfBlock))];

function linksOfBlock(block: MailBlock): string[] {
  switch (block.type) {
    case 'text':
    case 'callout':
      return linksOfText(block.content);
    case 'table':
      return block.source?.url == null ? [] : [block.source.url];
    case 'quote':
      return block.url === null ? [] : [block.url];
    case 'call-to-action':
      return [block.href];
    case 'figure':
      return [];
  }
}

const linksOfText = (nodes: RichText): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'list') return linksOfList(node);
    return node.type === 'code' ? [] : linksOfLine(node.children);
  });

const linksOfList = (list: ListNode): string[] =>
  list.children.flatMap((child) =>
    child.type === 'list' ? linksOfList(child) : linksOfLine(child.children),
  );

const linksOfLine = (nodes: readonly InlineNode[]): string[] =>
  nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));

/** What a link is to a mail: of our own site, somebody else's and sound, or none that works. */
export type LinkKind = 'own' | 'foreign' | 'broken';

/** @param siteUrl without a trailing slash. */
export function linkKind(link: string, siteUrl: string): LinkKind {
  if (/^(?:mailto|tel):./i.test(link)) return 'foreign';
  const url = URL.parse(link);
  // A place on the page leads nowhere in a mail.
  if (url === null) return 'broken';
  if (url.origin === new URL(siteUrl).origin) return 'own';
  return url.protocol === 'https:' ? 'foreign' : 'broken';
}

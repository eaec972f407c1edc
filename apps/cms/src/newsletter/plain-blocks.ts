import type { InlineNode, ListNode, RichText, RichTextNode } from '@passerelle/contracts';
import type { MailBlock } from './domain/campaign.ts';
import { newsletterTexts } from './i18n/texts.ts';
import type { MailPlaces } from './mail-blocks.ts';

type PlainPlaces = Pick<MailPlaces, 'locale' | 'linkOf'>;

/** Blocks as lines of plain text, each block followed by an empty one: written, not stripped of the HTML. */
export const blocksText = (blocks: readonly MailBlock[], places: PlainPlaces): string[] =>
  blocks.flatMap((block) => [...blockLines(block, places), '']);

function blockLines(block: MailBlock, places: PlainPlaces): string[] {
  const { callouts, colon, sourceLabel, image } = newsletterTexts(places.locale);
  switch (block.type) {
    case 'text':
      return richLines(block.content, places);
    case 'figure': {
      const words = [block.image.alt, block.caption, block.credit].filter(Boolean).join(' – ');
      return words === '' ? [] : [`[${image}${colon}${words}]`];
    }
    case 'callout': {
      const title = block.title === null ? '' : `${colon}${block.title}`;
      return [`* ${callouts[block.tone]}${title}`, '', ...richLines(block.content, places)];
    }
    case 'table': {
      const rows = block.rows.map((row) =>
        row.map((cell, index) => `${block.header[index] ?? ''}${colon}${cell}`).join(' · '),
      );
      const from = block.source;
      const address = from?.url == null ? '' : ` (${from.url})`;
      return [
        block.caption,
        ...rows,
        ...(from === null ? [] : [`${sourceLabel}${colon}${from.label}${address}`]),
      ];
    }
    case 'quote': {
      const by = [block.attribution, block.url].filter((part) => part !== null).join(', ');
      return [...block.text.split('\n').map((line) => `> ${line}`), ...(by === '' ? [] : [`> — ${by}`])];
    }
    case 'call-to-action':
      return [
        block.title,
        ...(block.text === null ? [] : [block.text]),
        `${block.label}${colon}${places.linkOf(block.href)}`,
      ];
  }
}

const richLines = (nodes: RichText, places: PlainPlaces): string[] =>
  nodes.flatMap((node, index) => [...(index === 0 ? [] : ['']), ...nodeLines(node, places)]);

function nodeLines(node: RichTextNode, places: PlainPlaces): string[] {
  switch (node.type) {
    case 'list':
      return listLines(node, places, '');
    case 'code':
      return node.children
        .map(({ text }) => text)
        .join('')
        .split('\n');
    case 'quote':
      return inlineText(node.children, places)
        .split('\n')
        .map((line) => `> ${line}`);
    default:
      return [inlineText(node.children, places)];
  }
}

function listLines(list: ListNode, places: PlainPlaces, indent: string): string[] {
  let number = 0;
  return list.children.flatMap((child) => {
    if (child.type === 'list') return listLines(child, places, `${indent}  `);
    number += 1;
    const mark = list.format === 'ordered' ? `${number}.` : '-';
    return [`${indent}${mark} ${inlineText(child.children, places)}`];
  });
}

const inlineText = (nodes: readonly InlineNode[], places: PlainPlaces): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      const words = node.children.map(({ text }) => text).join('');
      const link = places.linkOf(node.url);
      return words.trim() === link ? link : `${words} (${link})`;
    })
    .join('');

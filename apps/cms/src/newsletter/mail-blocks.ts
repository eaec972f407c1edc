import type { InlineNode, ListNode, RichText, RichTextNode, TextNode } from '@passerelle/contracts';
import { Markup, markup } from '../mail/markup.ts';
import type { MailBlock } from './domain/campaign.ts';
import { newsletterTexts } from './i18n/texts.ts';

/** What blocks of a mail lead to and show. */
export interface MailPlaces {
  locale: 'fr-CA' | 'en-CA';
  /** A link as a mail must have it: whole. */
  linkOf(href: string): string;
  /** What an image is called within the mail: `cid:…`. */
  imageOf(url: string): string;
}

const HEADING = 'margin:20px 0 4px;font-size:18px;line-height:1.3';
const CELL = 'padding:6px 8px 6px 0;border-bottom:1px solid #dbcfbd;text-align:left;vertical-align:top';
// The column breaks words anywhere, which has narrow tables cut theirs for nothing.
const TABLE =
  'border-collapse:collapse;width:100%;margin:16px 0 0;font-size:15px;word-break:normal;overflow-wrap:break-word';
const TONES = { note: '#17616a', important: '#7a4f00', deadline: '#7a4f00' };

/** Blocks as HTML for the column of a mail. */
export const blocksMarkup = (blocks: readonly MailBlock[], places: MailPlaces): Markup =>
  joined(blocks.map((block) => blockMarkup(block, places)));

function blockMarkup(block: MailBlock, places: MailPlaces): Markup {
  switch (block.type) {
    case 'text':
      return richMarkup(block.content, places);
    case 'figure': {
      const { image, caption, credit } = block;
      const words = [caption, credit].filter((line) => line !== null).join(' – ');
      const below = words === '' ? NOTHING : markup`<p style="margin:4px 0 0;font-size:13px">${words}</p>`;
      return markup`<div style="margin:16px 0"><img src="${places.imageOf(image.url)}" alt="${image.alt}" width="552" style="display:block;width:100%;max-width:552px;height:auto;border:0">${below}</div>`;
    }
    case 'callout': {
      const style = `margin:16px 0;padding:2px 0 2px 14px;border-left:4px solid ${TONES[block.tone]}`;
      const { callouts, colon } = newsletterTexts(places.locale);
      const title =
        block.title === null ? callouts[block.tone] : `${callouts[block.tone]}${colon}${block.title}`;
      return markup`<div class="${block.tone}" style="${style}"><p style="margin:8px 0"><strong>${title}</strong></p>${richMarkup(block.content, places)}</div>`;
    }
    case 'table':
      return tableMarkup(block, places);
    case 'quote': {
      const { text, lang, attribution, url } = block;
      const source =
        url === null ? markup`${attribution ?? ''}` : markup`<a href="${url}">${attribution ?? url}</a>`;
      const by =
        attribution === null && url === null ? NOTHING : markup`<p style="margin:4px 0 0">— ${source}</p>`;
      const language = lang === null ? NOTHING : markup` lang="${lang}"`;
      return markup`<blockquote${language} style="${QUOTE}"><p style="margin:0">${text}</p>${by}</blockquote>`;
    }
    case 'call-to-action': {
      const { title, text, label, href } = block;
      const more = text === null ? NOTHING : markup`<p style="margin:0 0 8px">${text}</p>`;
      return markup`<h2 style="${HEADING}">${title}</h2>${more}<table role="presentation" class="button" cellpadding="0" cellspacing="0" style="margin:8px 0 16px"><tr><td style="background:#17616a;border-radius:8px"><a href="${places.linkOf(href)}" style="display:inline-block;border-radius:8px;padding:13px 22px;color:#f6f1e7;font-weight:600;text-decoration:none">${label}</a></td></tr></table>`;
    }
  }
}

const NOTHING = new Markup('');
const QUOTE = 'margin:16px 0;padding-left:14px;border-left:4px solid #dbcfbd';

const joined = (parts: readonly Markup[]): Markup => markup`${parts}`;

function tableMarkup(block: Extract<MailBlock, { type: 'table' }>, places: MailPlaces): Markup {
  const header = block.header.map((cell) => markup`<th scope="col" style="${CELL}">${cell}</th>`);
  const rows = block.rows.map((row) => {
    const cells = row.map((cell, index) =>
      block.rowHeaders && index === 0
        ? markup`<th scope="row" style="${CELL}">${cell}</th>`
        : markup`<td style="${CELL}">${cell}</td>`,
    );
    return markup`<tr>${cells}</tr>`;
  });
  const { source } = block;
  const { sourceLabel, colon } = newsletterTexts(places.locale);
  const from =
    source === null
      ? NOTHING
      : markup`<p style="margin:4px 0 0;font-size:13px">${sourceLabel}${colon}${source.url === null ? source.label : markup`<a href="${source.url}">${source.label}</a>`}</p>`;
  return markup`<table style="${TABLE}"><caption style="text-align:left;font-weight:600;padding:0 0 6px">${block.caption}</caption><thead><tr>${header}</tr></thead><tbody>${rows}</tbody></table>${from}`;
}

const richMarkup = (nodes: RichText, places: MailPlaces): Markup =>
  joined(nodes.map((node) => nodeMarkup(node, places)));

function nodeMarkup(node: RichTextNode, places: MailPlaces): Markup {
  const inline = (children: readonly InlineNode[]) =>
    joined(children.map((child) => inlineMarkup(child, places)));
  switch (node.type) {
    case 'paragraph':
      return markup`<p style="margin:0 0 12px">${inline(node.children)}</p>`;
    case 'heading':
      return node.level === 2
        ? markup`<h2 style="${HEADING}">${inline(node.children)}</h2>`
        : markup`<h3 style="margin:16px 0 4px;font-size:16px;line-height:1.3">${inline(node.children)}</h3>`;
    case 'quote':
      return markup`<blockquote style="${QUOTE}">${inline(node.children)}</blockquote>`;
    case 'code':
      return markup`<pre style="white-space:pre-wrap">${node.children.map(({ text }) => text).join('')}</pre>`;
    case 'list':
      return listMarkup(node, places);
  }
}

function listMarkup(list: ListNode, places: MailPlaces): Markup {
  const items = list.children.map((child) =>
    child.type === 'list'
      ? markup`<li style="list-style:none">${listMarkup(child, places)}</li>`
      : markup`<li style="margin:0 0 6px">${child.children.map((inner) => inlineMarkup(inner, places))}</li>`,
  );
  const style = 'margin:0 0 12px;padding-left:20px';
  return list.format === 'ordered'
    ? markup`<ol style="${style}">${items}</ol>`
    : markup`<ul style="${style}">${items}</ul>`;
}

function inlineMarkup(node: InlineNode, places: MailPlaces): Markup {
  if (node.type === 'text') return markedMarkup(node);
  return markup`<a href="${places.linkOf(node.url)}">${node.children.map(markedMarkup)}</a>`;
}

function markedMarkup({ text, bold, italic, underline, strikethrough, code }: TextNode): Markup {
  let marked = markup`${text}`;
  if (code) marked = markup`<code>${marked}</code>`;
  if (bold) marked = markup`<strong>${marked}</strong>`;
  if (italic) marked = markup`<em>${marked}</em>`;
  if (underline) marked = markup`<u>${marked}</u>`;
  if (strikethrough) marked = markup`<s>${marked}</s>`;
  return marked;
}

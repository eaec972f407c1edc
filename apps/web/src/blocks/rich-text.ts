import type { InlineNode, ListNode, RichText, RichTextNode, TextNode } from '@passerelle/contracts';
import { escapeMarkup } from '../ui/escape.ts';
import { safeHref } from '../ui/href.ts';

/** Where a text stands. */
interface Surroundings {
  base?: URL;
  /** Ids of headings in its page. */
  ids?: ReadonlyMap<RichTextNode, string>;
}

/**
 * Rich text as HTML: the one place where text from the CMS becomes markup.
 *
 * Pages put the result in with `set:html`, feeds carry it whole. One pure function serves both,
 * rather than a component and a function that could differ, and its safety can be tested by itself:
 * the tags and attributes below are all there are, and every character of the content is escaped.
 *
 * @param surroundings `base` is the address of the site, to make the links absolute where the text is read elsewhere
 */
export function richTextHtml(nodes: RichText, { base, ids }: Surroundings = {}): string {
  return nodes.map((node) => nodeHtml(node, base, ids?.get(node))).join('');
}

function nodeHtml(node: RichTextNode, base: URL | undefined, id: string | undefined): string {
  switch (node.type) {
    case 'paragraph':
      return wrap('p', inlineHtml(node.children, base));
    case 'heading':
      return wrap(`h${node.level}`, inlineHtml(node.children, base), id);
    case 'list':
      return listHtml(node, base);
    case 'quote':
      return wrap('blockquote', wrap('p', inlineHtml(node.children, base)));
    case 'code':
      return wrap('pre', wrap('code', node.children.map(({ text }) => escapeMarkup(text)).join('')));
    default:
      return node satisfies never;
  }
}

/** Nothing for what an editor has left empty. */
function wrap(tag: string, content: string, id?: string): string {
  if (content.trim() === '') return '';
  return `<${tag}${id === undefined ? '' : ` id="${escapeMarkup(id)}"`}>${content}</${tag}>`;
}

/** Strapi puts a nested list beside the items; in HTML it belongs into the item before it. */
function listHtml(list: ListNode, base: URL | undefined): string {
  const items: string[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') items.push(inlineHtml(child.children, base));
    else items.push((items.pop() ?? '') + listHtml(child, base));
  }
  return wrap(list.format === 'ordered' ? 'ol' : 'ul', items.map((item) => wrap('li', item)).join(''));
}

function inlineHtml(nodes: readonly InlineNode[], base: URL | undefined): string {
  return nodes.map((node) => (node.type === 'text' ? textHtml(node) : linkHtml(node, base))).join('');
}

function linkHtml(link: Extract<InlineNode, { type: 'link' }>, base: URL | undefined): string {
  const text = link.children.map(textHtml).join('');
  const href = safeHref(link.url);
  if (href === null || text === '') return text;
  return `<a href="${escapeMarkup(base ? new URL(href, base).href : href)}">${text}</a>`;
}

function textHtml(node: TextNode): string {
  if (node.text === '') return '';
  let html = escapeMarkup(node.text).replaceAll('\n', '<br>');
  if (node.code) html = `<code>${html}</code>`;
  if (node.strikethrough) html = `<s>${html}</s>`;
  if (node.underline) html = `<u>${html}</u>`;
  if (node.italic) html = `<em>${html}</em>`;
  if (node.bold) html = `<strong>${html}</strong>`;
  return html;
}

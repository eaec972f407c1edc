import type { Block, BlockOf, Locale } from '@passerelle/contracts';
import { richTextHtml } from '../../blocks/rich-text.ts';
import { longDate } from '../../i18n/dates.ts';
import { messages } from '../../i18n/index.ts';
import type { Published } from '../../published/published.ts';
import { escapeMarkup } from '../../ui/escape.ts';
import { safeHref } from '../../ui/href.ts';

interface Surroundings {
  published: Pick<Published, 'image' | 'poll' | 'offersQuebec'>;
  site: URL;
  locale: Locale;
}

/**
 * A body as plain HTML for feed readers: no classes, absolute addresses, elements that every reader knows.
 * Text goes through the same function as in pages; the other blocks are told more simply than there.
 */
export function bodyHtml(body: readonly Block[], surroundings: Surroundings): string {
  return body.map((block) => blockHtml(block, surroundings)).join('');
}

function blockHtml(block: Block, { published, site, locale }: Surroundings): string {
  const t = messages(locale).blocks;
  switch (block.type) {
    case 'text':
      return richTextHtml(block.content, { base: site });
    case 'figure': {
      const image = published.image(block.image);
      if (!image) return '';
      const caption = [block.caption, block.credit && t.credit(block.credit)].filter(Boolean).join(' ');
      return `<figure><img src="${attribute(new URL(image.src, site).href)}" alt="${attribute(image.alt)}" width="${image.width}" height="${image.height}">${element('figcaption', caption)}</figure>`;
    }
    case 'callout':
      return `<blockquote>${element('p', block.title ?? t.callout[block.tone], 'strong')}${richTextHtml(block.content, { base: site })}</blockquote>`;
    case 'table':
      return tableHtml(block, locale);
    case 'quote': {
      const lang = block.lang === null ? '' : ` lang="${attribute(block.lang)}"`;
      const paragraphs = block.text.split(/\n+/).map((paragraph) => element('p', paragraph));
      return `<blockquote${lang}>${paragraphs.join('')}</blockquote>${element('p', block.attribution ?? '')}`;
    }
    case 'embed':
      return `<p>${escapeMarkup(t.embedKind(block.provider))}<br>${link(block.url, block.title, site)}</p>`;
    case 'poll':
      return pollHtml(block, published, locale);
    case 'call-to-action':
      if (block.quebec && !published.offersQuebec(locale)) return '';
      return `${element('p', block.title, 'strong')}${element('p', block.text ?? '')}<p>${link(block.href, block.label, site)}</p>`;
    // Who practises is the site's to say, where it is kept up to date.
    case 'consultants':
      return '';
    default:
      return block satisfies never;
  }
}

function tableHtml(table: BlockOf<'table'>, locale: Locale): string {
  const head = table.header.map((label) => `<th scope="col">${escapeMarkup(label)}</th>`).join('');
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, column) =>
      table.rowHeaders && column === 0
        ? `<th scope="row">${escapeMarkup(cell)}</th>`
        : `<td>${escapeMarkup(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const source = table.source === null ? '' : messages(locale).blocks.tableSource(table.source.label);
  return `<table>${element('caption', table.caption)}<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${element('p', source)}`;
}

function pollHtml(block: BlockOf<'poll'>, published: Pick<Published, 'poll'>, locale: Locale): string {
  const poll = published.poll(locale, block.poll);
  if (!poll) return '';
  const t = messages(locale).blocks.poll;
  const options = poll.options.map(({ label }) => element('li', label)).join('');
  const opens = poll.opensAt === null ? '' : t.opens(longDate(locale, poll.opensAt));
  return `${element('p', poll.question, 'strong')}${element('p', t[poll.selection])}<ul>${options}</ul>${element('p', opens)}`;
}

const attribute = escapeMarkup;

/** An element with text in it; nothing when there is no text. */
function element(tag: string, text: string, inner?: string): string {
  if (text.trim() === '') return '';
  const content = escapeMarkup(text);
  return `<${tag}>${inner ? `<${inner}>${content}</${inner}>` : content}</${tag}>`;
}

function link(url: string, label: string, site: URL): string {
  const href = safeHref(url);
  if (href === null) return escapeMarkup(label);
  return `<a href="${attribute(new URL(href, site).href)}">${escapeMarkup(label)}</a>`;
}

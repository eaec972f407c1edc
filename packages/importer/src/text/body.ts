import type { Block, RichTextNode } from '@passerelle/contracts';
import { listOf } from './lists.ts';
import type { Passage } from './passages.ts';
import { readQuotation } from './quotations.ts';

const LONGEST_HEADING = 90;
const MOST_HEADING_WORDS = 14;
/** What a heading stands over is at least this long. */
const SHORTEST_SECTION = 60;

/** A short line that opens with a capital, ends without a stop, and stands over something longer. */
function isHeading(text: string, next: Passage | undefined): boolean {
  if (text.length > LONGEST_HEADING || text.split(/\s+/).length > MOST_HEADING_WORDS) return false;
  if (!/^[\p{Lu}\p{N}«]/u.test(text) || /[.,;:…»]$/.test(text)) return false;
  if (/^(?:Par|By|Source|Photo|Crédit|Credit)\s/u.test(text)) return false;
  if (next?.kind === 'list') return true;
  return next?.kind === 'paragraph' && next.text.length >= Math.max(SHORTEST_SECTION, text.length);
}

function nodeOf(passage: Passage, next: Passage | undefined): RichTextNode {
  if (passage.kind === 'list') return listOf(passage.items);
  const children = [{ type: 'text' as const, text: passage.text }];
  if (passage.kind === 'heading') return { type: 'heading', level: passage.level, children };
  return isHeading(passage.text, next)
    ? { type: 'heading', level: 2, children }
    : { type: 'paragraph', children };
}

/** The body of an article: running text in text blocks, parted by quotations that stand on their own. */
export function bodyOf(passages: readonly Passage[]): Block[] {
  const blocks: Block[] = [];
  for (const [index, passage] of passages.entries()) {
    const quotation = passage.kind === 'paragraph' ? readQuotation(passage.text) : null;
    if (quotation) {
      blocks.push({ type: 'quote', ...quotation, lang: null, url: null });
      continue;
    }
    const node = nodeOf(passage, passages[index + 1]);
    const last = blocks.at(-1);
    if (last?.type === 'text') last.content.push(node);
    else blocks.push({ type: 'text', content: [node] });
  }
  return blocks;
}

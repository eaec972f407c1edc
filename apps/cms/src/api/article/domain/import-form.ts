import {
  type Block,
  calloutBlockSchema,
  callToActionBlockSchema,
  embedBlockSchema,
  quoteBlockSchema,
  tableBlockSchema,
  textBlockSchema,
} from '@passerelle/contracts';
import type { ImportedArticle } from '@passerelle/importer';
import { z } from 'zod';
import { writeTableCells } from '../../site/domain/table-cells.ts';

/** The blocks text can be imported into; images and polls are things of this CMS. */
const importableBlockSchema = z.discriminatedUnion('type', [
  textBlockSchema,
  calloutBlockSchema,
  tableBlockSchema,
  quoteBlockSchema,
  embedBlockSchema,
  callToActionBlockSchema,
]);
type ImportableBlock = z.infer<typeof importableBlockSchema>;

/** Fields of a draft as the document service takes them. */
export type DraftFields = Record<string, unknown>;

/**
 * The draft an imported article becomes. A date without a time is taken as 17:00 UTC, about noon in Toronto, so
 * that it is the same day there in summer and in winter.
 */
export function draftFields(article: ImportedArticle): DraftFields {
  return {
    title: article.title,
    dek: article.dek,
    body: importableBlocks(article.body).map(component),
    publicSince: article.date === null ? null : `${article.date}T17:00:00.000Z`,
  };
}

function importableBlocks(body: readonly Block[]): ImportableBlock[] {
  return z.array(importableBlockSchema).parse(body);
}

function component(block: ImportableBlock): DraftFields {
  switch (block.type) {
    case 'text':
      return { __component: 'blocks.rich-text', content: block.content };
    case 'table': {
      const { caption, header, rows, rowHeaders, source } = block;
      const credit = { sourceLabel: source?.label ?? null, sourceUrl: source?.url ?? null };
      const cells = writeTableCells([header, ...rows]);
      return { __component: 'blocks.table', caption, cells, rowHeaders, ...credit };
    }
    case 'callout':
    case 'quote':
    case 'embed':
    case 'call-to-action': {
      const { type, ...fields } = block;
      return { __component: `blocks.${type}`, ...fields };
    }
  }
}

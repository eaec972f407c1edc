import { inquiryExportBodySchema } from '@passerelle/contracts';
import type { Language } from '../i18n/texts.ts';
import type { ListQuery } from './list-address.ts';

interface ExportOf {
  query: ListQuery;
  search: string;
  reason: string;
  words: Language;
}

/** The request for a file of what a list finds, its filters written as in the list's; null where the reason is too short. */
export function exportWish({ query, search, reason, words }: ExportOf): { reason: string } | null {
  const { sort: _, order: __, page: ___, ...filter } = query;
  const sought = search === '' ? {} : { search };
  const wish = { ...filter, ...sought, reason: reason.trim(), words, bom: true };
  return inquiryExportBodySchema.safeParse(wish).success ? wish : null;
}

import type { DeskView, DeskViewQuery } from '@passerelle/contracts';
import { readAddress } from './list-address.ts';

/** What a view keeps of the list's address: its filters, order and display; neither its page nor a search. */
export function viewQuery(params: URLSearchParams): DeskViewQuery {
  const { page: _, ...query } = readAddress(params);
  return params.get('display') === 'board' ? { ...query, display: 'board' } : query;
}

/** The address of a saved view. */
export const addressOf = ({ query }: Pick<DeskView, 'query'>): URLSearchParams => new URLSearchParams(query);

const written = (query: DeskViewQuery): string =>
  JSON.stringify(Object.entries(query).toSorted(([one], [other]) => one.localeCompare(other)));

/** The saved view that the list shows; null when it shows none. */
export function savedViewOf(views: readonly DeskView[], params: URLSearchParams): DeskView | null {
  const shown = written(viewQuery(params));
  return views.find(({ query }) => written(query) === shown) ?? null;
}

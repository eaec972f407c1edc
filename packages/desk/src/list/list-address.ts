import { inquiryListQuerySchema, inquiryStatusSchema } from '@passerelle/contracts';

/** What the list's address holds. What is searched for isn't: it may be an e-mail address. */
const KEYS = ['status', 'priority', 'assignee', 'language', 'late', 'sort', 'order', 'page'] as const;
export type ListKey = (typeof KEYS)[number];
export type ListQuery = Partial<Record<ListKey, string>>;

/** Of an address, what the service understands; the rest is as if it weren't there. */
export function readAddress(params: URLSearchParams): ListQuery {
  const entries = KEYS.flatMap((key) => {
    const value = params.get(key);
    return value !== null && inquiryListQuerySchema.safeParse({ [key]: value }).success
      ? [[key, value] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

/** An address with one choice changed, or taken away by null. Any change but of the page leads to the first page. */
export function withChoice(
  params: URLSearchParams,
  key: ListKey | 'display',
  value: string | null,
): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (value === null) changed.delete(key);
  else changed.set(key, value);
  if (key !== 'page') changed.delete('page');
  return changed;
}

/** Views that are always there. `open`, without any filter, is what is being worked on. */
export const VIEWS = {
  open: {},
  mine: { assignee: 'me' },
  late: { late: '1' },
  spam: { status: 'spam' },
  unconfirmed: { status: 'unconfirmed' },
  all: { status: inquiryStatusSchema.options.join(',') },
} as const satisfies Record<string, ListQuery>;
export type View = keyof typeof VIEWS;
export const VIEW_NAMES: readonly View[] = ['open', 'mine', 'late', 'spam', 'unconfirmed', 'all'];

const FILTERS = ['status', 'priority', 'assignee', 'language', 'late'] as const;

/** The view whose filters these are exactly; null for somebody's own. */
export function viewOf(query: ListQuery): View | null {
  const same = (view: ListQuery) => FILTERS.every((key) => view[key] === query[key]);
  return VIEW_NAMES.find((name) => same(VIEWS[name])) ?? null;
}

/** The address of a view: how the list is shown and sorted stays. */
export function addressOfView(params: URLSearchParams, view: View): URLSearchParams {
  const kept = ['display', 'sort', 'order'].flatMap((key) => {
    const value = params.get(key);
    return value === null ? [] : [[key, value]];
  });
  return new URLSearchParams([...kept, ...Object.entries(VIEWS[view])]);
}

export type Shortcut = 'next' | 'previous' | 'search' | 'help';

/** What of a pressed key matters. */
export interface Press {
  key: string;
  modified: boolean;
  /** Whether the key writes into a field, or is another widget's own. */
  typing: boolean;
}

const KEYS: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  ['j', 'next'],
  ['k', 'previous'],
  ['/', 'search'],
  ['?', 'help'],
]);

/** What a key means at the list; null while somebody types. Enter needs nothing: the focus is on a link. */
export function shortcutOf({ key, modified, typing }: Press): Shortcut | null {
  return modified || typing ? null : (KEYS.get(key) ?? null);
}

/** The place among `count` that a step leads to, from `at` (-1: none); the ends hold. */
export function stepTo(at: number, shortcut: 'next' | 'previous', count: number): number {
  const to = shortcut === 'next' ? at + 1 : at - 1;
  return Math.max(0, Math.min(count - 1, to));
}

import type { PersonBundle } from '@passerelle/contracts';

/** A value of a bundle: where it stands, as `replies 1 › subject`, and what it is. */
export interface BundleLine {
  path: readonly string[];
  value: string;
}

export type BundlePart = 'inquiries' | 'newsletter' | 'consents' | 'requests' | 'mails';

/** The parts of a bundle in the order in which they are shown. */
export const BUNDLE_PARTS: readonly BundlePart[] = [
  'inquiries',
  'newsletter',
  'consents',
  'requests',
  'mails',
];

/** What a part has, each entry by itself; empty values left out, and nothing else. */
export function entriesOf(bundle: PersonBundle, part: BundlePart): BundleLine[][] {
  const value = bundle[part];
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.map((entry) => linesOf(entry, [])).filter((lines) => lines.length > 0);
}

function linesOf(value: unknown, path: readonly string[]): BundleLine[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => linesOf(item, [...path, String(index + 1)]));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, item]) => linesOf(item, [...path, name]));
  }
  return [{ path, value: String(value) }];
}

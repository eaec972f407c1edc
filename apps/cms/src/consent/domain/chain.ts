import { canonicalJson } from '../../platform/json/domain/canonical-json.ts';

/** A row of the ledger as it is stored; `at` in milliseconds since 1970. */
export interface Link {
  sequence: number;
  at: number;
  kind: string;
  purpose: string;
  person: string;
  wording: string | null;
  locale: string;
  page: string | null;
  formVersion: string | null;
  actor: string;
  /** JSON. */
  detail: string | null;
  hash: string;
}

/** Where the chain ends: the last event's number and hash. */
export interface Head {
  sequence: number;
  hash: string;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Digest = (text: string) => string;

/** The end of a chain that has no event yet. */
export const EMPTY: Head = { sequence: 0, hash: '0'.repeat(64) };

/** Hangs an event onto the chain: its hash is of the hash before and of its own canonical JSON (RFC 8785). */
export function append(head: Head, event: Omit<Link, 'sequence' | 'hash'>, digest: Digest): Link {
  const numbered = { ...event, sequence: head.sequence + 1 };
  return { ...numbered, hash: hashOf(head, numbered, digest) };
}

/** Follows the chain from `head` through the rows that come next, in their order. Gives where it breaks, or ends. */
export function follow(
  head: Head,
  links: readonly Link[],
  digest: Digest,
): { brokenAt: number } | { head: Head } {
  let reached = head;
  for (const { hash, ...event } of links) {
    const next = reached.sequence + 1;
    if (event.sequence !== next || hash !== hashOf(reached, event, digest)) return { brokenAt: next };
    reached = { sequence: next, hash };
  }
  return { head: reached };
}

/** What an event's hash is made of, beside the hash before it: its canonical JSON (RFC 8785). */
export const contentOf = ({ hash: _, ...event }: Link): string => canonicalJson(event);

function hashOf(head: Head, event: Omit<Link, 'hash'>, digest: Digest): string {
  return digest(`${head.hash}\n${canonicalJson(event)}`);
}

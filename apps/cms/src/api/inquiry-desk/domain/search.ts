import { readReference } from '../../inquiry/domain/reference.ts';

/** What somebody at the desk looks for. */
export type Wanted =
  | { by: 'reference'; reference: string }
  | { by: 'email'; email: string }
  | { by: 'telephone'; telephone: string }
  | { by: 'name'; name: string };

const TELEPHONE = /^\+?[\d\s().\u00a0-]{7,25}$/;

/** Reads a search: a reference, an address, a number as it is written in Canada or as E.164, or else a name. */
export function readSearch(text: string): Wanted {
  const reference = readReference(text);
  if (reference !== null) return { by: 'reference', reference };
  if (text.includes('@')) return { by: 'email', email: text };
  if (TELEPHONE.test(text)) return { by: 'telephone', telephone: telephoneOf(text) };
  return { by: 'name', name: text };
}

function telephoneOf(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return `+${digits}`;
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}

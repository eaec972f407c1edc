import { ENCODINGS, type Encoding } from '../releases/objects.ts';

/** The best encoding that the client accepts (RFC 9110, 12.5.3); undefined for none. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  if (!header) return undefined;
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)));
  }
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  return ENCODINGS.filter((encoding) => weightOf(encoding) > 0).sort((a, b) => weightOf(b) - weightOf(a))[0];
}

/** How many different headers are remembered: browsers send a handful. */
const REMEMBERED = 100;

/** `acceptedEncoding` with a memory: what was asked before is answered without reading the header again. */
export function encodingChooser() {
  const known = new Map<string | undefined, Encoding | undefined>();
  return (header: string | string[] | undefined): Encoding | undefined => {
    const asked = Array.isArray(header) ? header.join(', ') : header;
    const before = known.get(asked);
    if (before !== undefined || known.has(asked)) return before;
    const chosen = acceptedEncoding(asked);
    if (known.size < REMEMBERED) known.set(asked, chosen);
    return chosen;
  };
}

/** Whether a validator the client has still holds (RFC 9110, 13.1.2: weak comparison). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => opaque(tag) === opaque(etag));
}

/**
 * The byte range asked for (RFC 9110, 14.1.2), one range only, bounds inclusive.
 *
 * @returns undefined when the whole is to be sent, `'unsatisfiable'` when the range lies outside.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const length = Number(to);
    return length === 0 || size === 0
      ? 'unsatisfiable'
      : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size) return 'unsatisfiable';
  return start > end ? undefined : { start, end };
}

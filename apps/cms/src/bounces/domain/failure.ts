import type { Fields } from './fields.ts';

/** `hard`: the address won't take mail. `soft`: this mail came to nothing, another may not. */
export type Failure = 'hard' | 'soft';

/** An enhanced status code (RFC 3463): class, subject, detail. */
const ENHANCED = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;
/** A reply of SMTP (RFC 5321, 4.2). */
const REPLY = /(?<!\d)([45])\d\d(?!\d)/;

/**
 * Permanent by their class, but not about the address: a mailbox that is full, a mail that is too large, its content,
 * and the receiver's policy. What is refused for how we send would otherwise end every subscription there.
 */
const NOT_OF_THE_ADDRESS = /^5\.(?:2\.2|3\.4|6\.\d+|7\.\d+)$/;

/** What a status says of the address; null for one that is no failure. */
export function failureOf(status: string): Failure | null {
  if (status.startsWith('5')) return NOT_OF_THE_ADDRESS.test(status) ? 'soft' : 'hard';
  return status.startsWith('4') ? 'soft' : null;
}

/** The status in what a server has said: its enhanced code, or what its reply amounts to; null when it has neither. */
export function statusIn(text: string): string | null {
  const enhanced = ENHANCED.exec(text)?.[0];
  if (enhanced !== undefined) return enhanced;
  const [, kind] = REPLY.exec(text) ?? [];
  return kind === undefined ? null : `${kind}.0.0`;
}

/**
 * The status of a recipient's block (RFC 3464, 2.3); the server's own words are more exact where the status has no
 * detail. Null when mail to it hasn't failed: it is still tried, was delivered, or passed on.
 */
export function failedStatus(recipient: Fields): string | null {
  const action = recipient.get('action')?.toLowerCase() ?? 'failed';
  if (!action.startsWith('failed')) return null;
  const status = ENHANCED.exec(recipient.get('status') ?? '')?.[0];
  const said = statusIn(recipient.get('diagnostic-code') ?? '');
  if (status === undefined) return said;
  return status.endsWith('.0.0') && said?.startsWith(status.slice(0, 1)) ? said : status;
}

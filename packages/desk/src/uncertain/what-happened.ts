/** Why nobody knows whether a mail was sent, as a person asks for it. */
export type WhatHappened = 'cut-off' | 'silent' | 'lost' | 'unknown';

/** Tells it by the sender's own code, such as `ETIMEDOUT CONN` or `cut off`. */
export function whatHappened(failure: string | null): WhatHappened {
  if (failure === null) return 'unknown';
  if (failure === 'cut off') return 'cut-off';
  if (/^ETIMEDOUT\b|^unknown\b.*ABORT|^EABORT/.test(failure)) return 'silent';
  return /^E(?:CONNECTION|SOCKET|CONNRESET|PIPE|STREAM|PROTOCOL)\b/.test(failure) ? 'lost' : 'unknown';
}

import { createHash } from 'node:crypto';
import { finalText, type PollCounts } from '@passerelle/contracts';

/** SHA-256 of a final count's text, in hexadecimal. `closedAt` in ms since 1970. */
export function finalHash(poll: string, closedAt: number, counts: PollCounts): string {
  return createHash('sha256')
    .update(finalText(poll, new Date(closedAt).toISOString(), counts))
    .digest('hex');
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const bytes = readFileSync(new URL('./refusals.css', import.meta.url));
const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** The one sheet that the server has of its own: there also while no release is. Its path names its content. */
export const refusalSheet = {
  path: `/_server/refusals.${digest}.css`,
  bytes,
  headers: [
    'content-type',
    'text/css; charset=utf-8',
    'content-length',
    String(bytes.byteLength),
    'cache-control',
    'public, max-age=31536000, immutable',
  ],
} as const;

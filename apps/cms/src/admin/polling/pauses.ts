import type { SiteStatus } from '../../api/site-status/domain/answers.ts';

const UNDER_WAY_MS = 1_000;
/** After a failure the publisher tries again by itself, some seconds later. */
const FAILED_MS = 3_000;
const SETTLED_MS = 10_000;

/** Milliseconds until a status is worth looking at again: soon while something is on its way to the site. */
export function pauseAfter(status: SiteStatus | null): number {
  switch (status?.state) {
    case 'building':
      return UNDER_WAY_MS;
    case 'waiting':
      return status.late ? SETTLED_MS : UNDER_WAY_MS;
    case 'failed':
      return FAILED_MS;
    default:
      return SETTLED_MS;
  }
}

import type { Page } from './subscribe-view.ts';

/** Gives a page its status and headers: nothing of these pages is kept anywhere. */
export function startAnswer(
  response: { status?: number; readonly headers: Headers },
  { status, retryAfter }: Pick<Page<unknown>, 'status' | 'retryAfter'>,
): void {
  response.status = status;
  response.headers.set('cache-control', 'no-store');
  if (retryAfter !== null) response.headers.set('retry-after', String(retryAfter));
}

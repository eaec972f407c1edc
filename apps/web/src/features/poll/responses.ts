import type { VoteReply } from '../../blocks/poll/vote-reply.ts';

/** Whether a script asks, which shows the answer in its own page. */
export const wantsReply = (request: Request): boolean =>
  request.headers.get('accept')?.includes('application/json') ?? false;

export function replyWith(reply: VoteReply, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(reply, { status, headers: { 'cache-control': 'no-store', ...headers } });
}

/** @param location a path of this site. */
export function redirectTo(
  location: string,
  status: 302 | 303,
  headers: Record<string, string> = {},
): Response {
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store', ...headers } });
}

import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const IDLE_CLOSED_EVERY_MS = 50;

interface Patience {
  /** How long visitors who ask again and again are told to come by a new connection, in milliseconds. */
  politeMs: number;
  /** How long requests under way may then take to end, in milliseconds. */
  withinMs: number;
}

/**
 * Ends a server without breaking off an answer: each one still made closes its connection, then no
 * connection is taken any more, then those without a request are closed.
 */
export async function drain(server: Server, { politeMs, withinMs }: Patience): Promise<void> {
  server.prependListener('request', (_, response) => response.setHeader('connection', 'close'));
  await wait(politeMs);
  const closed = new Promise<void>((done) => {
    server.close(() => done());
  });
  // A request that was under way when the order came leaves its connection open.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CLOSED_EVERY_MS);
  const late = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

import { z } from 'zod';

/** The name of a request in the logs: the web server's own word, which it writes over whatever a visitor sent. */
export function requestIdOf({ headers }: Request): string {
  const given = z.uuid().safeParse(headers.get('x-request-id'));
  return given.success ? given.data : crypto.randomUUID();
}

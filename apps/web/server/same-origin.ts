import type { IncomingHttpHeaders } from 'node:http';
import { isUnsubscribePath } from '@passerelle/contracts';
import type { ServerConfig } from './config.ts';

/**
 * Whether a request was made by a page of this site, by what the browser says: `Origin`, else `Sec-Fetch-Site`, else
 * `Referer`. One that says none of them was not.
 *
 * The `Host` header must have been checked before.
 */
export function sameOriginCheck({ origins, localHosts }: Pick<ServerConfig, 'origins' | 'localHosts'>) {
  // Visited on this machine itself, by HTTP whatever the public address is.
  const isOurs = (origin: string, host: string) =>
    origins.has(origin) || (localHosts.has(host) && origin === `http://${host}`);

  return ({ origin, host = '', referer, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean => {
    if (origin !== undefined) return isOurs(origin, host.toLowerCase());
    if (site !== undefined) return site === 'same-origin';
    return referer !== undefined && isOurs(URL.parse(referer)?.origin ?? '', host.toLowerCase());
  };
}

/**
 * Whether a request may come from no page at all: a mail program that ends a subscription by one POST (RFC 8058), which
 * says nothing of where it is made. Its token is what entitles it; the page wants the RFC's own field besides.
 *
 * @param target path and query as they were sent.
 */
export function isOneClick(method: string | undefined, target: string): boolean {
  return method === 'POST' && isUnsubscribePath(target);
}

import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { isPublicAddress, lookupPublic, PrivateAddress } from './public-addresses.ts';

/** Where events go, and what they are signed with. */
export interface WebhookTarget {
  url: string;
  /** `whsec_` and base64, as the specification writes it. */
  secret: string;
  /** Whether it may be in a private network, such as on this machine. */
  allowPrivate: boolean;
}

/** Standard Webhooks asks for 15 to 30 seconds. */
const TIMEOUT_MS = 15_000;

/**
 * Sends an event, signed (Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature` with
 * HMAC-SHA-256). No redirect is followed, and nothing of the answer but its status is read.
 *
 * @throws unless it is answered with 2xx. Errors name no address and hold nothing of what was sent.
 */
export async function deliver(
  { url, secret, allowPrivate }: WebhookTarget,
  { id, body, at }: { id: string; body: string; at: Date },
): Promise<void> {
  const { protocol, hostname } = new URL(url);
  const literal = hostname.replace(/^\[|\]$/g, '');
  // A connection to an address looks nothing up.
  const isLiteral = /^[\d.]+$/.test(literal) || literal.includes(':');
  if (!allowPrivate && isLiteral && !isPublicAddress(literal)) {
    throw new PrivateAddress('the address is not public');
  }
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'passerelle',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  const request = protocol === 'https:' ? requestHttps : requestHttp;
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(!allowPrivate && { lookup: lookupPublic }),
    });
    sent.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
  if (status < 200 || status > 299) throw new Error(`the receiver answered ${status}`);
}

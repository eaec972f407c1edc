import { TokenBucket } from 'limiter';
import { LRUCache } from 'lru-cache';

/** Mails in a second, of this process: with several, each has its own. */
export interface Rates {
  overall: number;
  /** To one domain. */
  domain: number;
}

/** Whether a mail may leave now; `waitMs` until another may be asked for otherwise. */
export type Turn = { go: true } | { go: false; waitMs: number; of: 'domain' | 'overall' };

export type TakeTurn = (domain: string) => Turn;

/** Domains that are remembered: one that is forgotten begins anew, with nothing saved. */
const DOMAINS = 10_000;

/** What may be saved while nothing is sent, as a share of a second: more would leave at once. */
const SAVED = 0.2;

/** Token buckets, one for all and one for each domain, in memory: a mail takes one of both. They begin empty. */
export function createPace({ overall, domain }: Rates): TakeTurn {
  const all = bucketOf(overall);
  const each = new LRUCache<string, TokenBucket>({ max: DOMAINS });
  return (name) => {
    const own = each.get(name) ?? bucketOf(domain, all);
    each.set(name, own);
    if (own.tryRemoveTokens(1)) return { go: true };
    return { go: false, waitMs: Math.max(1, own.getWaitTime(1)), of: own.content < 1 ? 'domain' : 'overall' };
  };
}

function bucketOf(rate: number, parentBucket?: TokenBucket): TokenBucket {
  const bucketSize = Math.max(1, Math.ceil(rate * SAVED));
  return new TokenBucket({
    ...{ bucketSize, tokensPerInterval: rate, interval: 'second' },
    ...(parentBucket && { parentBucket }),
  });
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Mails in a second, of this process: with several, each has its own. */
export interface Rates {
  overall: number;
  /** To one domain. */
  domain: number;
}

/** Whether a mail may leave now; `waitMs` until another may be asked for otherwise. */
export type Turn = { go: true } | { go: false; waitMs: number; of: 'domain' | 'overall' };

export type TakeTurn = (domain: string) => Promise<Turn>;

/** Counts what leaves, for all and for each domain, in memory. */
export function createPace({ overall, domain }: Rates): TakeTurn {
  const all = new RateLimiterMemory({ points: overall, duration: 1 });
  const each = new RateLimiterMemory({ points: domain, duration: 1 });
  return async (name) => {
    const ofDomain = await take(each, name);
    if (ofDomain !== null) return { go: false, waitMs: ofDomain, of: 'domain' };
    const ofAll = await take(all, 'all');
    if (ofAll === null) return { go: true };
    await each.reward(name, 1);
    return { go: false, waitMs: ofAll, of: 'overall' };
  };
}

/** null when there was room; otherwise milliseconds until there will be. */
async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key, 1);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}

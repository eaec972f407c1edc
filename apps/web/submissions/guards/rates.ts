import type { FormName } from '@passerelle/contracts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { macsUnder } from '../macs.ts';
import { networkOf } from './networks.ts';

/**
 * How many come from one network: `cold` is what a household, an office or a class sends; from `hot` on each one
 * has to prove work; `too-many` are refused.
 */
export type Heat = 'cold' | 'hot' | 'too-many';

const WINDOW_S = 10 * 60;
const DAY_MS = 86_400_000;
/** Submissions of one form from one network in ten minutes; sized for networks that many share. */
const COLD = 30;
const MOST = 300;
/** Networks whose submissions are counted by themselves in ten minutes; any further one has to prove work. */
const NETWORKS = 100_000;

/** Under which the networks themselves are counted. */
const ALL = 'all';

interface Surroundings {
  /** In milliseconds since 1970. */
  now: () => number;
  randomBytes: (size: number) => Uint8Array;
  networks?: number;
}

/**
 * Counts submissions by form and network, in the memory of this process.
 *
 * A network is known by its HMAC under a salt that is made anew each day and kept nowhere: what is counted can't be
 * traced back to an address.
 *
 * @param networks how many are counted by themselves: who has millions of addresses doesn't fill the memory.
 */
export function createRates({ now, randomBytes, networks = NETWORKS }: Surroundings) {
  const limiter = new RateLimiterMemory({ points: MOST, duration: WINDOW_S });
  const met = new RateLimiterMemory({ points: networks, duration: WINDOW_S });
  let salted = { day: Number.NaN, mac: macsUnder('') };

  function keyOf(form: FormName, address: string): string {
    const day = Math.floor(now() / DAY_MS);
    if (day !== salted.day) salted = { day, mac: macsUnder(randomBytes(32)) };
    return salted.mac('network', form, networkOf(address)).toString('base64url');
  }

  /** @returns submissions counted so far; null for a network that can't be counted any more. */
  async function countedAt(key: string): Promise<number | null> {
    const found = await limiter.get(key);
    if (found && found.msBeforeNext > 0) return found.consumedPoints;
    return ((await met.get(ALL))?.consumedPoints ?? 0) < networks ? 0 : null;
  }

  return {
    /** How the next submission will find it. */
    async heat(form: FormName, address: string): Promise<Heat> {
      const counted = await countedAt(keyOf(form, address));
      return counted === null ? 'hot' : heatOf(counted + 1);
    },
    /** Counts a submission. @returns how it finds it, itself included */
    async count(form: FormName, address: string): Promise<Heat> {
      const key = keyOf(form, address);
      if ((await countedAt(key)) === null) return 'hot';
      // Not `consume`: to be beyond the limit is no exception here.
      const { consumedPoints, isFirstInDuration } = await limiter.penalty(key);
      if (isFirstInDuration) await met.penalty(ALL);
      return heatOf(consumedPoints);
    },
  };
}
export type Rates = ReturnType<typeof createRates>;

function heatOf(counted: number): Heat {
  if (counted > MOST) return 'too-many';
  return counted > COLD ? 'hot' : 'cold';
}

import { CmsError, type SubmissionsClient } from '@passerelle/cms-client';
import type { PollResults } from '@passerelle/contracts';
import { LRUCache } from 'lru-cache';

/** How long an answer is given without asking again, and how long when the CMS doesn't answer, in milliseconds. */
const FRESH_MS = 1_000;
const LAST_KNOWN_MS = 60_000;
const POLLS = 500;

interface Known {
  results: PollResults | null;
  /** When they were right, and when they were last asked for. */
  at: number;
  askedAt: number;
}

interface ResultsParts {
  client: Pick<SubmissionsClient, 'pollResults'>;
  /** A clock that only goes forward, in milliseconds. */
  now: () => number;
  /** Whether the CMS is known not to answer: nobody then waits for it. */
  isAway: () => boolean;
  failed: (error: unknown) => void;
}

/** Results of polls, asked of the CMS once a second and poll at most, however many visitors look. */
export function createPollResults({ client, now, isAway, failed }: ResultsParts) {
  const known = new LRUCache<string, Known>({ max: POLLS });
  const underWay = new Map<string, Promise<PollResults | null>>();

  /** What was right a minute ago at most. */
  function lastKnown(poll: string): Known | undefined {
    const before = known.get(poll);
    return before && now() - before.at <= LAST_KNOWN_MS ? before : undefined;
  }

  async function ask(poll: string): Promise<PollResults | null> {
    const askedAt = now();
    try {
      const results = await client.pollResults(poll);
      known.set(poll, { results, at: askedAt, askedAt });
      return results;
    } catch (error) {
      const isGone = error instanceof CmsError && error.code === 'not-found';
      if (!isGone) failed(error);
      const last = isGone ? undefined : lastKnown(poll);
      // Remembered too: a CMS that is away isn't asked by every visitor.
      known.set(poll, { results: last?.results ?? null, at: last?.at ?? askedAt, askedAt: now() });
      return last?.results ?? null;
    }
  }

  return (poll: string): Promise<PollResults | null> => {
    const before = known.get(poll);
    if (before && now() - before.askedAt < FRESH_MS) return Promise.resolve(before.results);
    if (isAway()) return Promise.resolve(lastKnown(poll)?.results ?? null);
    const waiting = underWay.get(poll);
    if (waiting) return waiting;
    const asking = ask(poll).finally(() => underWay.delete(poll));
    underWay.set(poll, asking);
    return asking;
  };
}

/** What a form needs before it may be sent. */
export interface FormToken {
  token: string;
  /** On the clock of `performance.now`. */
  readyAt: number;
  challenge: object | null;
}

/** Asks for a form's token, once until it is renewed. */
export function formTokens(poll: string) {
  let asked: Promise<FormToken> | undefined;
  const ask = () => {
    asked = fetchToken(poll);
    // One that failed is asked for again.
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
  return { get: () => asked ?? ask(), renew: ask };
}

async function fetchToken(poll: string): Promise<FormToken> {
  const query = new URLSearchParams({ form: 'vote', sujet: poll });
  const response = await fetch(`/formulaires/jeton.json?${query}`, { signal: AbortSignal.timeout(15_000) });
  // There is no such poll any more: sent without a token, the vote is answered with that.
  if (response.status === 404) return { token: '', readyAt: 0, challenge: null };
  const issued: unknown = await response.json();
  if (typeof issued !== 'object' || issued === null) throw new Error('no token');
  const { token, waitMs, challenge }: { token?: unknown; waitMs?: unknown; challenge?: unknown } = issued;
  if (typeof token !== 'string' || typeof waitMs !== 'number') throw new Error('no token');
  return {
    token,
    readyAt: performance.now() + waitMs,
    challenge: typeof challenge === 'object' ? challenge : null,
  };
}

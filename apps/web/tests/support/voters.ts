import { randomInt, randomUUID } from 'node:crypto';
import { pollVotePath } from '@passerelle/contracts';

/** A poll that visitors vote in. */
export interface Ballot {
  documentId: string;
  slug: string;
  options: readonly string[];
  /** Results are shown from so many votes on. */
  leastShown: number;
}

/** Votes of many people, each from an address of their own, who try again until they are told that it is done. */
export interface Voters {
  /** Keys of the votes that were acknowledged, each with its choice. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** How often a visitor was told each outcome, or was told nothing. */
  readonly told: ReadonlyMap<string, number>;
  /** No more new votes; settles when those under way are acknowledged. */
  finish(): Promise<void>;
}

/** A token of the form as a browser gets it; good for as many votes as are wanted, once it is a second old. */
export async function formToken(site: string, { documentId }: Ballot): Promise<string> {
  const response = await fetch(`${site}/formulaires/jeton.json?form=vote&sujet=${documentId}`, {
    headers: { 'x-forwarded-for': address() },
  });
  const { token, waitMs } = (await response.json()) as { token: string; waitMs: number };
  await new Promise((done) => setTimeout(done, waitMs + 200));
  return token;
}

/** Sends one vote as the script of the page does. @returns what it was told; `lost` for no answer. */
export async function sendVote(
  site: string,
  { documentId, slug }: Ballot,
  vote: { key: string; choice: string; token: string },
): Promise<string> {
  const body = new URLSearchParams({
    poll: documentId,
    choices: vote.choice,
    key: vote.key,
    token: vote.token,
    website: '',
  });
  try {
    const response = await fetch(`${site}${pollVotePath('fr-CA', slug)}`, {
      method: 'POST',
      body,
      headers: { accept: 'application/json', origin: site, 'x-forwarded-for': address() },
      signal: AbortSignal.timeout(10_000),
    });
    const reply = (await response.json()) as { outcome: string; code: string | null };
    return reply.code ?? reply.outcome;
  } catch {
    return 'lost';
  }
}

/**
 * Has people vote, one vote each.
 *
 * @param atOnce how many are at it at a time.
 * @param perSecond how many votes begin in a second, over all; as many as can be unless given.
 */
export function startVoting(
  site: string,
  ballot: Ballot,
  { token, atOnce, perSecond }: { token: string; atOnce: number; perSecond?: number },
): Voters {
  const acknowledged = new Map<string, string>();
  const told = new Map<string, number>();
  let going = true;

  async function vote(): Promise<void> {
    const key = randomUUID();
    const choice = ballot.options[randomInt(ballot.options.length)] ?? '';
    for (;;) {
      const answer = await sendVote(site, ballot, { key, choice, token });
      told.set(answer, (told.get(answer) ?? 0) + 1);
      if (answer === 'accepted' || answer === 'received') {
        acknowledged.set(key, choice);
        return;
      }
      await new Promise((done) => setTimeout(done, 50 + randomInt(100)));
    }
  }

  async function people(): Promise<void> {
    while (going) {
      const began = performance.now();
      await vote();
      const rest = perSecond === undefined ? 0 : (atOnce * 1_000) / perSecond - (performance.now() - began);
      if (rest > 0) await new Promise((done) => setTimeout(done, rest));
    }
  }

  const crowd = Array.from({ length: atOnce }, people);
  return {
    acknowledged,
    told,
    async finish() {
      going = false;
      await Promise.all(crowd);
    },
  };
}

/** Of a documentation network (RFC 3849), seldom the same twice: one person's connection. */
const address = (): string =>
  `2001:db8:${[0, 0, 0].map(() => randomInt(0x1_00_00).toString(16)).join(':')}::1`;

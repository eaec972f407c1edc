/** A vote of this tab: sent and not answered yet, or done. Kept in the tab alone, gone with it. */
export interface OwnVote {
  key: string;
  choices: string[];
  done: boolean;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Remembers this tab's vote in a poll. A browser that keeps nothing is one that remembers nothing. */
export function ownVote(store: () => Store, poll: string) {
  const name = `sondage-${poll}`;
  return {
    read(): OwnVote | null {
      try {
        return parseOwnVote(JSON.parse(store().getItem(name) ?? 'null'));
      } catch {
        return null;
      }
    },
    keep(vote: OwnVote | null): void {
      try {
        if (vote === null) store().removeItem(name);
        else store().setItem(name, JSON.stringify(vote));
      } catch {
        // Storage is switched off or full: a vote goes on without it.
      }
    },
  };
}

function parseOwnVote(value: unknown): OwnVote | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, choices, done }: Partial<Record<keyof OwnVote, unknown>> = value;
  if (typeof key !== 'string' || typeof done !== 'boolean' || !Array.isArray(choices)) return null;
  return { key, choices: choices.filter((choice) => typeof choice === 'string'), done };
}

/**
 * The key to send choices with: that of a vote which was sent and not answered, when it was for the same choices.
 * The same key for others would be refused.
 */
export function keyFor(pending: OwnVote | null, choices: readonly string[], random: () => string): string {
  const same = pending && !pending.done && pending.choices.join() === choices.join();
  return same ? pending.key : random();
}

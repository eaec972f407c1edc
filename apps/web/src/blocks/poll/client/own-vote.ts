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
 * The key to vote with: that of a vote which was sent and not answered, also when other options are chosen by now.
 * Whether that one has arrived isn't known; under a new key both would be counted.
 */
export function keyFor(pending: OwnVote | null, random: () => string): string {
  return pending && !pending.done ? pending.key : random();
}

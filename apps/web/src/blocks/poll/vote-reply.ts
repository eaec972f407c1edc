/** A table of results as a browser fills it in: words that are ready, by the key of the option. */
export interface TableReply {
  rows: { key: string; share: string; count: string; width: number; leads: boolean }[];
  ballots: string;
}

/** What the vote and result pages answer a script with (`accept: application/json`). */
export interface VoteReply {
  /** `shown`: nothing was sent, results were asked for. */
  outcome: 'accepted' | 'received' | 'refused' | 'shown';
  /** A refusal's code; null else. */
  code: string | null;
  message: string;
  /** Null where they aren't shown; the message says why. */
  results: TableReply | null;
}

/** Reads an answer in the browser, where a schema library would weigh more than all the rest; null when it is none. */
export function readReply(value: unknown): VoteReply | null {
  if (!isRecord(value)) return null;
  const { outcome, code, message, results } = value;
  if (outcome !== 'accepted' && outcome !== 'received' && outcome !== 'refused' && outcome !== 'shown') {
    return null;
  }
  if (typeof message !== 'string' || (code !== null && typeof code !== 'string')) return null;
  return { outcome, code, message, results: readTable(results) };
}

function readTable(value: unknown): TableReply | null {
  if (!isRecord(value) || typeof value.ballots !== 'string' || !Array.isArray(value.rows)) return null;
  return { rows: value.rows.flatMap(readRow), ballots: value.ballots };
}

function readRow(value: unknown): TableReply['rows'] {
  if (!isRecord(value)) return [];
  const { key, share, count, width, leads } = value;
  if (typeof key !== 'string' || typeof share !== 'string' || typeof count !== 'string') return [];
  return typeof width === 'number' ? [{ key, share, count, width, leads: leads === true }] : [];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

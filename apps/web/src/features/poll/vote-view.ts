import { type Poll, REFUSAL_STATUS, type RefusalCode } from '@passerelle/contracts';
import { type ShownResults, shownResults } from '../../blocks/poll/shown-results.ts';
import type { Submissions } from '../../submissions/port.ts';
import type { CastVote, Confirmation } from './cast-vote.ts';
import type { ChoiceFault } from './choice-fault.ts';

/** What the vote page shows. */
export type VoteView =
  | ({
      kind: 'confirm';
      poll: Poll;
      choices: readonly string[];
      /** Why it is asked for again; null the first time. */
      because: RefusalCode | null;
    } & Confirmation)
  | { kind: 'form'; poll: Poll; choices: readonly string[]; fault: ChoiceFault }
  | { kind: 'refused'; code: RefusalCode; poll: Poll | null; shown: ShownResults | null };

/** A page to be answered with, and how. */
export interface VotePage {
  status: number;
  /** Seconds until it is worth trying again. */
  retryAfter: number | null;
  view: VoteView;
}

/** Refusals that a visitor without a script mends by confirming once more, with a fresh token. */
const CONFIRMED_AGAIN: ReadonlySet<RefusalCode> = new Set(['expired', 'too-fast', 'trapped', 'proof-wrong']);
/** Refusals after which there is nothing left to do but to see the results. */
export const ENDS: ReadonlySet<RefusalCode> = new Set(['already-done', 'key-reused', 'closed']);

export const RETRY_AFTER: Partial<Record<RefusalCode, number>> = { unavailable: 60, 'too-many': 600 };

interface Around {
  /** The poll that the page is about, if there is one. */
  poll: Poll | null;
  choices: readonly string[];
  /** Makes what a confirmation carries; null when it can't be had without a script. */
  confirmation(poll: Poll): Promise<Confirmation | null>;
  results(poll: Poll, standing: Standing): Promise<ShownResults>;
}

/** The page for a vote that was refused or has yet to be confirmed. */
export async function votePage(
  cast: Extract<CastVote, { outcome: 'confirm' | 'refused' }>,
  around: Around,
): Promise<VotePage> {
  const { poll, choices } = around;
  if (cast.outcome === 'confirm') {
    const { key, token } = cast;
    return page(200, { kind: 'confirm', poll: cast.poll, choices, key, token, because: null });
  }
  const { code, fault } = cast;
  const status = REFUSAL_STATUS[code];
  if (poll && code === 'invalid') {
    return page(status, { kind: 'form', poll, choices, fault: fault ?? 'unknown' });
  }
  if (poll && CONFIRMED_AGAIN.has(code)) {
    const again = await around.confirmation(poll);
    if (!again) return refusedPage('too-many', poll, null);
    return page(status, { kind: 'confirm', poll, choices, ...again, because: code });
  }
  const shown = poll && ENDS.has(code) ? await around.results(poll, standingOf(code)) : null;
  return refusedPage(code, poll, shown);
}

const page = (status: number, view: VoteView): VotePage => ({ status, retryAfter: null, view });

const refusedPage = (code: RefusalCode, poll: Poll | null, shown: ShownResults | null): VotePage => ({
  status: REFUSAL_STATUS[code],
  retryAfter: RETRY_AFTER[code] ?? null,
  view: { kind: 'refused', code, poll, shown },
});

/** What has just been learned of a poll and its visitor. */
interface Standing {
  hasVoted: boolean;
  /** The vote was refused because the poll is closed: what was last read of its results may be older than that. */
  closed: boolean;
}

/** What a visitor may see of a poll now; the CMS is asked only for what the answer depends on. */
export async function resultsNow(
  poll: Poll,
  { hasVoted, closed }: Standing,
  { pollResults }: Pick<Submissions, 'pollResults'>,
): Promise<ShownResults> {
  const settled = poll.final !== null || poll.resultsMode === 'staff';
  const live = settled ? null : await pollResults(poll.documentId);
  const now = live?.state === 'open' && closed ? { ...live, state: 'closed' as const } : live;
  return shownResults(poll, now, hasVoted);
}

/** What a refusal says of the poll and the visitor. */
export const standingOf = (code: RefusalCode): Standing => ({
  hasVoted: code === 'already-done' || code === 'key-reused',
  closed: code === 'closed',
});

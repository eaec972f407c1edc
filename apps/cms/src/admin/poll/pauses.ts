import type { PollState } from '@passerelle/contracts';

const PAUSES_MS: Readonly<Record<PollState, number>> = {
  open: 5_000,
  upcoming: 15_000,
  closed: 30_000,
  final: 120_000,
};
const MISSED_MS = 10_000;

/** Milliseconds until a poll is worth looking at again: soon while votes come in. */
export function pauseAfter(state: PollState | null): number {
  return state === null ? MISSED_MS : PAUSES_MS[state];
}

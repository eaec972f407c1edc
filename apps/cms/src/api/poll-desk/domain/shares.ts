import { type PollCounts, percentages } from '@passerelle/contracts';
import type { PollName } from './answers.ts';

export interface Share {
  key: string;
  label: string;
  count: number;
  /** Whole; with one choice a ballot they add up to 100, with several each is a share of the ballots. */
  percentage: number;
}

/** Each option's part in a count, in the options' order. */
export function shares(
  { ballots, options }: PollCounts,
  labels: Readonly<Record<string, string>>,
  selection: PollName['selection'],
): Share[] {
  const parts =
    selection === 'single'
      ? percentages(options.map(({ count }) => count))
      : options.map(({ count }) => (ballots === 0 ? 0 : Math.round((count * 100) / ballots)));
  return options.map(({ key, count }, index) => ({
    key,
    label: labels[key] ?? key,
    count,
    percentage: parts[index] ?? 0,
  }));
}
